import { createHash } from 'node:crypto';

/** The part of an answer of express that {@link sendWithETag} uses. @public */
export interface JsonAnswer {
  set(name: string, value: string): unknown;
  json(body: object): unknown;
}

/**
 * Answers 304 when nothing but the time of the answer, or of what it was read from, differs from what the caller has.
 *
 * @param body - the properties called `asOf`, wherever they are, do not count
 * @public
 */
export function sendWithETag(res: JsonAnswer, body: object): void {
  const content = JSON.stringify(body, (key, value) =>
    key === 'asOf' ? undefined : value,
  );
  const hash = createHash('sha256').update(content).digest('base64url');
  res.set('ETag', `W/"${hash}"`);
  res.set('Cache-Control', 'private, no-cache');
  res.json(body);
}
