const OPENCHOREO = '/apis/openchoreo.dev/v1alpha1';

/** Names one object, or all of a plural where no name is given. */
export interface ObjectAddress {
  readonly plural: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly subresource?: 'status';
}

function join(root: string, segments: (string | undefined)[]): string {
  const rest = segments
    .filter(segment => segment !== undefined)
    .map(encodeURIComponent);
  return [root, ...rest].join('/');
}

/** The API path of OpenChoreo's group, or of an object in it. */
export function openchoreoPath(address?: ObjectAddress): string {
  if (!address) {
    return OPENCHOREO;
  }
  const { plural, namespace, name, subresource } = address;
  return join(OPENCHOREO, [
    ...(namespace === undefined ? [] : ['namespaces', namespace]),
    plural,
    name,
    subresource,
  ]);
}

/** The API path of a namespace, or of something in it. */
export function corePath(namespace: string, ...rest: string[]): string {
  return join('/api/v1/namespaces', [namespace, ...rest]);
}

/** The API paths of an object of any group, and of the collection that it is created in. The plural is that of most kinds. */
export function objectPath(reference: {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}): { readonly collection: string; readonly object: string } {
  const { apiVersion, kind, namespace, name } = reference;
  const root = apiVersion.includes('/') ? '/apis' : '/api';
  const collection = join(root, [
    ...apiVersion.split('/'),
    ...(namespace === undefined ? [] : ['namespaces', namespace]),
    `${kind.toLowerCase()}s`,
  ]);
  return { collection, object: join(collection, [name]) };
}
