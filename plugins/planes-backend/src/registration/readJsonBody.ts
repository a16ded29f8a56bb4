import {
  type JsonBody,
  readJsonBody as readJson,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import { json, type Request, type Response } from 'express';

const LIMIT_KB = 256;
const OPTIONS = {
  parse: json({ limit: `${LIMIT_KB}kb` }),
  tooLarge: `The body is larger than ${LIMIT_KB} kB, which no registration is: send the CA certificate alone, not a bundle or an archive`,
};

/** Reads the body of a request about a registration. */
export function readJsonBody(req: Request, res: Response): Promise<JsonBody> {
  return readJson(req, res, OPTIONS);
}
