import { ResponseError } from '@backstage/errors';

/**
 * The error of a request that the backend refused.
 *
 * @public
 */
export async function responseError(
  status: number,
  name: string,
  message: string,
): Promise<ResponseError> {
  const body = { error: { name, message }, response: { statusCode: status } };
  return ResponseError.fromResponse(Response.json(body, { status }));
}
