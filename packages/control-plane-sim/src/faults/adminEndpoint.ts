import { timingSafeEqual } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../http/readBody';
import { respondError, respondJson } from '../http/respond';
import { isJsonObject, JsonObject } from '../objects/json';
import { badRequest, unauthorized } from '../status/errors';

/** A request of the administrator. */
export interface AdminRequest {
  readonly method: string;
  /** What follows the path of the endpoint, without a slash; empty for the endpoint itself. */
  readonly id: string;
  /** Reads the body, which must be a JSON object. */
  body(): Promise<JsonObject>;
}

/** A part of a server that only the administrator may use. */
export interface AdminEndpoint {
  /** For example `/sim/faults`. */
  readonly path: string;
  /**
   * Answers a request with status 200, and a POST with 201.
   *
   * @throws StatusError for what cannot be done
   */
  handle(request: AdminRequest): Promise<object>;
}

function isAdmin(incoming: IncomingMessage, adminToken: string): boolean {
  const given = Buffer.from(incoming.headers.authorization ?? '');
  const expected = Buffer.from(`Bearer ${adminToken}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

async function parseJsonBody(incoming: IncomingMessage): Promise<JsonObject> {
  const text = await readBody(incoming);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw badRequest('the body of the request is not JSON');
  }
  if (!isJsonObject(body)) {
    throw badRequest('the body of the request is no object');
  }
  return body;
}

/** Whether a request is for an endpoint. */
export function isForEndpoint({ path }: AdminEndpoint, url: string): boolean {
  return url === path || url.startsWith(`${path}/`);
}

/** Lets an endpoint answer, if it is the administrator who asks. */
export async function answerAdmin(
  endpoint: AdminEndpoint,
  adminToken: string,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', url = '' } = incoming;
  try {
    if (!isAdmin(incoming, adminToken)) {
      throw unauthorized();
    }
    const answer = await endpoint.handle({
      method,
      id: url.slice(endpoint.path.length + 1),
      body: () => parseJsonBody(incoming),
    });
    respondJson(response, method === 'POST' ? 201 : 200, answer);
  } catch (error) {
    respondError(response, error);
  }
}
