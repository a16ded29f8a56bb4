/** What a path under `/api` or `/apis` names. */
export interface ResourcePath {
  group: string;
  version: string;
  plural: string;
  namespace?: string;
  name?: string;
  subresource?: string;
}

const NAMESPACE_SUBRESOURCES = ['status', 'finalize'];

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Reads a path such as `/apis/openchoreo.dev/v1alpha1/namespaces/acme/dataplanes/default/status`. */
export function parseResourcePath(path: string): ResourcePath | undefined {
  const segments = path.split('/').slice(1).map(decoded);
  const [root, ...rest] = segments;
  let group = '';
  if (root === 'apis') {
    group = rest.shift() ?? '';
  } else if (root !== 'api') {
    return undefined;
  }
  const [version, ...parts] = rest;
  if (!version || parts.length === 0 || parts.includes('')) {
    return undefined;
  }
  const [first, namespace, plural, name, subresource] = parts;
  const isWithinNamespace =
    first === 'namespaces' &&
    plural !== undefined &&
    !NAMESPACE_SUBRESOURCES.includes(plural);
  if (isWithinNamespace) {
    return parts.length <= 5
      ? { group, version, plural, namespace, name, subresource }
      : undefined;
  }
  return parts.length <= 3
    ? { group, version, plural: first, name: parts[1], subresource: parts[2] }
    : undefined;
}

/** Whether a GET is a watch: one of several objects, whose query says so. */
export function isWatch(path: ResourcePath, query: URLSearchParams): boolean {
  const watch = query.get('watch');
  return (
    path.name === undefined &&
    watch !== null &&
    watch !== 'false' &&
    watch !== '0'
  );
}

/** The verb of access control for a request about a resource. */
export function verbOf(
  method: string,
  path: ResourcePath,
  query: URLSearchParams,
): string {
  switch (method) {
    case 'POST':
      return 'create';
    case 'PUT':
      return 'update';
    case 'PATCH':
      return 'patch';
    case 'DELETE':
      return path.name === undefined ? 'deletecollection' : 'delete';
    default:
      if (isWatch(path, query)) {
        return 'watch';
      }
      return path.name === undefined ? 'list' : 'get';
  }
}
