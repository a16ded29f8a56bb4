import { isWatch, parseResourcePath, ResourcePath } from '../http/resourcePath';
import { FaultTarget, RecordedRequest } from '../testing/TestControlPlane';

function verbOf(
  method: string,
  path: ResourcePath,
  query: URLSearchParams,
): RecordedRequest['verb'] {
  if (method !== 'GET' || path.name !== undefined) {
    return 'other';
  }
  return isWatch(path, query) ? 'watch' : 'list';
}

/** What a request to a Kubernetes API does. */
export function classifyRequest(method: string, path: string): RecordedRequest {
  const { pathname, searchParams } = new URL(path, 'https://localhost');
  const resource = parseResourcePath(pathname);
  if (!resource) {
    return { method, path, verb: 'other' };
  }
  const verb = verbOf(method, resource, searchParams);
  return { method, path, verb, plural: resource.plural };
}

/** Whether a fault applies to a request. */
export function isTargeted(
  { plural, verb }: FaultTarget,
  request: RecordedRequest,
): boolean {
  return (
    (plural === undefined || plural === request.plural) &&
    (verb === undefined || verb === request.verb)
  );
}
