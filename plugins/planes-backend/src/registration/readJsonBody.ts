import { InputError } from '@backstage/errors';
import { json, type Request, type Response } from 'express';
import { PayloadTooLargeError } from './PayloadTooLargeError';

const LIMIT_KB = 256;
const parse = json({ limit: `${LIMIT_KB}kb` });

/** The body of a request, or why it could not be read; undefined where there is none. */
export type JsonBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: Error };

/**
 * Reads a request's body as JSON.
 *
 * @remarks
 * The errors of the parser carry the body along, which may hold a key: they are replaced by some that do not.
 */
export async function readJsonBody(
  req: Request,
  res: Response,
): Promise<JsonBody> {
  try {
    await new Promise<void>((resolve, reject) => {
      parse(req, res, (error?: unknown) => (error ? reject(error) : resolve()));
    });
    return { ok: true, value: req.body };
  } catch (error) {
    return { ok: false, error: withoutBody(error) };
  }
}

function withoutBody(error: unknown): Error {
  const type =
    typeof error === 'object' && error !== null && 'type' in error
      ? error.type
      : undefined;
  return type === 'entity.too.large'
    ? new PayloadTooLargeError(
        `The body is larger than ${LIMIT_KB} kB, which no registration is: send the CA certificate alone, not a bundle or an archive`,
      )
    : new InputError('The body is not JSON: send a JSON object in UTF-8');
}
