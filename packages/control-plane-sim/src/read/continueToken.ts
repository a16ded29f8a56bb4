import { isJsonObject, JsonObject } from '../objects/json';
import { badRequest } from '../status/errors';
import { jsonComplaint } from '../write/parseBody';

const VERSION = 'meta.k8s.io/v1';

/** Where a paged list goes on. */
export interface ContinueToken {
  /** The revision of the first page; -1 for "as it is now". */
  revision: number;
  /** The first key of the next page. */
  start: string;
}

/** Writes a token that a client hands back for the next page. */
export function encodeContinue({ revision, start }: ContinueToken): string {
  return Buffer.from(
    JSON.stringify({ v: VERSION, rv: revision, start }),
  ).toString('base64url');
}

function invalidToken(why: string) {
  return badRequest(`invalid continue token: ${why}`);
}

/**
 * Reads a token that an earlier page gave out.
 *
 * @throws StatusError 400 where it cannot be read
 */
export function decodeContinue(token: string): ContinueToken {
  const text = Buffer.from(token, 'base64url').toString('latin1');
  let parsed: JsonObject = {};
  try {
    const value: unknown = JSON.parse(text);
    parsed = isJsonObject(value) ? value : {};
  } catch {
    throw invalidToken(`continue key is not valid: ${jsonComplaint(text)}`);
  }
  const { v, rv, start } = parsed;
  if (v !== VERSION) {
    throw invalidToken(
      `continue key is not valid: server does not recognize this encoded version ${String(
        v,
      )}`,
    );
  }
  if (typeof rv !== 'number' || rv === 0) {
    throw invalidToken(
      'continue key is not valid: incorrect encoded start resourceVersion (version meta.k8s.io/v1)',
    );
  }
  if (typeof start !== 'string' || start === '') {
    throw invalidToken(
      'continue key is not valid: encoded start key empty (version meta.k8s.io/v1)',
    );
  }
  return { revision: rv, start };
}
