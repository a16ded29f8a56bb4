import { InputError } from '@backstage/errors';
import { PayloadTooLargeError } from './PayloadTooLargeError';

/** The body of a request, or why it could not be read; undefined where there is none. @public */
export type JsonBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: Error };

/** How {@link readJsonBody} reads. @public */
export interface ReadJsonBodyOptions<Req, Res> {
  /** The parser of express, with a limit. */
  readonly parse: (
    req: Req,
    res: Res,
    next: (error?: unknown) => void,
  ) => unknown;
  /** The sentence for a body over the limit. */
  readonly tooLarge: string;
}

/**
 * Reads a request's body as JSON.
 *
 * @remarks
 * The errors of the parser carry the body along, which may hold secrets: they are replaced by some that do not.
 *
 * @public
 */
export async function readJsonBody<Req extends { body?: unknown }, Res>(
  req: Req,
  res: Res,
  { parse, tooLarge }: ReadJsonBodyOptions<Req, Res>,
): Promise<JsonBody> {
  try {
    await new Promise<void>((resolve, reject) => {
      parse(req, res, (error?: unknown) => (error ? reject(error) : resolve()));
    });
    return { ok: true, value: req.body };
  } catch (error) {
    return { ok: false, error: withoutBody(error, tooLarge) };
  }
}

function withoutBody(error: unknown, tooLarge: string): Error {
  const type =
    typeof error === 'object' && error !== null && 'type' in error
      ? error.type
      : undefined;
  return type === 'entity.too.large'
    ? new PayloadTooLargeError(tooLarge)
    : new InputError('The body is not JSON: send a JSON object in UTF-8');
}
