import type { RecordedRequest } from '@openchoreo-planes/control-plane-sim';

/** What somebody may do, or did: `list openchoreo.dev/dataplanes`, and in one namespace `create secrets in NAMESPACE`. */
export type Right = string;

/** A request that is for no resource, such as one for what is served. */
export interface PathRequest {
  readonly path: string;
}

interface ResourcePath {
  readonly group: string;
  readonly namespace: string | undefined;
  readonly plural: string;
  readonly name: string | undefined;
}

const RESOURCE =
  /^\/(?:api|apis\/(?<group>[^/]+))\/v[0-9a-z]+(?:\/namespaces\/(?<namespace>[^/]+))?\/(?<plural>[^/]+)(?:\/(?<name>[^/]+))?$/;

/** Of these, the manifests grant something in single namespaces only. */
const NAMESPACED = ['secrets'];

/** In words. */
export function formatRight(
  verb: string,
  group: string,
  plural: string,
  namespace?: string,
): Right {
  const resource = group === '' ? plural : `${group}/${plural}`;
  return namespace === undefined
    ? `${verb} ${resource}`
    : `${verb} ${resource} in ${namespace}`;
}

function resourceOf(pathname: string): ResourcePath | undefined {
  const groups = RESOURCE.exec(pathname)?.groups;
  return groups
    ? {
        group: groups.group ?? '',
        namespace: groups.namespace,
        plural: groups.plural,
        name: groups.name,
      }
    : undefined;
}

function verbOf(
  method: string,
  { name }: ResourcePath,
  query: URLSearchParams,
): string {
  switch (method) {
    case 'POST':
      return 'create';
    case 'PUT':
      return 'update';
    case 'GET':
      if (name !== undefined) {
        return 'get';
      }
      return query.has('watch') ? 'watch' : 'list';
    default:
      return method.toLowerCase();
  }
}

/** The right that a request needs; for one that is for no resource, its path. */
export function neededFor({
  method,
  path,
}: RecordedRequest): Right | PathRequest {
  const { pathname, searchParams } = new URL(path, 'https://localhost');
  const resource = resourceOf(pathname);
  if (!resource || pathname.startsWith('/openapi/')) {
    return { path: pathname };
  }
  const { group, plural, namespace } = resource;
  return formatRight(
    verbOf(method, resource, searchParams),
    group,
    plural,
    NAMESPACED.includes(plural) ? namespace : undefined,
  );
}
