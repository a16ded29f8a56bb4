import { IncomingMessage, ServerResponse } from 'node:http';
import { mayAccess, mayReadPath } from '../auth/AccessRules';
import { reviewAccess, reviewRules } from '../auth/reviews';
import { REVIEW_GROUP } from '../discovery/apiResources';
import { isJsonObject } from '../objects/json';
import { badRequest, forbidden } from '../status/errors';
import { StatusError } from '../status/Status';
import { handleDiscovery } from './handleDiscovery';
import { handleResource } from './handleResource';
import { readObjectBody } from './readBody';
import { RequestContext, ServerContext } from './RequestContext';
import { parseResourcePath, ResourcePath } from './resourcePath';
import { respondError, respondJson, respondPageNotFound } from './respond';

async function handleReview(
  context: RequestContext,
  { plural }: ResourcePath,
): Promise<void> {
  const { caller, request, response, method } = context;
  const review = {
    selfsubjectaccessreviews: reviewAccess,
    selfsubjectrulesreviews: reviewRules,
  }[plural];
  if (!review || method !== 'POST') {
    respondPageNotFound(response);
    return;
  }
  if (
    !mayAccess(caller, {
      verb: 'create',
      group: REVIEW_GROUP,
      resource: plural,
    })
  ) {
    throw forbidden(
      { group: REVIEW_GROUP, resource: plural },
      undefined,
      `User "${caller.name}" cannot create resource "${plural}" in API group "${REVIEW_GROUP}" at the cluster scope`,
    );
  }
  const text = await readObjectBody(request);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw badRequest('the body of the request is not JSON');
  }
  respondJson(response, 201, review(caller, isJsonObject(body) ? body : {}));
}

/**
 * Answers a request by a known caller.
 *
 * @throws StatusError for everything that a Kubernetes API server refuses
 */
export async function handleClusterRequest(
  context: RequestContext,
): Promise<void> {
  const { caller, method, path } = context;
  const resourcePath = parseResourcePath(path);
  if (resourcePath?.group === REVIEW_GROUP) {
    await handleReview(context, resourcePath);
  } else if (resourcePath) {
    await handleResource(context, resourcePath);
  } else if (mayReadPath(caller, path)) {
    handleDiscovery(context);
  } else {
    throw new StatusError(
      403,
      'Forbidden',
      `forbidden: User "${
        caller.name
      }" cannot ${method.toLowerCase()} path "${path}"`,
      {},
    );
  }
}

/** Answers one request, whatever happens. */
export async function handleRequest(
  server: ServerContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const { pathname, searchParams } = new URL(
      request.url ?? '/',
      'https://localhost',
    );
    await handleClusterRequest({
      ...server,
      request,
      response,
      method: request.method ?? 'GET',
      path: pathname,
      query: searchParams,
      caller: server.authenticator.authenticate(request.headers.authorization),
    });
  } catch (error) {
    respondError(response, error);
  }
}
