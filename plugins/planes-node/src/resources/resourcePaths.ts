import {
  isPlaneKind,
  PLANE_API_GROUP,
  PLANE_API_VERSION,
  type PlaneKind,
  planeKindInfo,
} from '@openchoreo-planes/backstage-plugin-planes-common';

const API_PATH = `/apis/${PLANE_API_GROUP}/${PLANE_API_VERSION}`;

/** The OpenAPI v3 document of the API group of planes. */
export const OPENAPI_PATH = `/openapi/v3${API_PATH}`;

/** The collection of every namespace. */
export const NAMESPACES_PATH = '/api/v1/namespaces';

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const PLURAL = /^[a-z]{1,63}$/;
const MAX_LABEL_LENGTH = 63;
const MAX_NAME_LENGTH = 253;

/** What stands in a path; from a manifest, so that nothing of it is certain. */
interface PlanePath {
  readonly kind: PlaneKind;
  readonly namespace?: string;
  readonly name: string;
}

interface ObjectPath {
  readonly plural: string;
  /** Undefined for cluster-scoped ones. */
  readonly namespace?: string;
  readonly name: string;
}

/**
 * The path of the collection that a plane belongs to.
 *
 * @throws TypeError for what may not become part of a path, be it only the plane's name
 */
export function planesPath({ kind, namespace, name }: PlanePath): string {
  if (!isPlaneKind(kind)) {
    throw new TypeError(`${shown(kind)} is not the kind of a plane`);
  }
  requireName(name);
  const { plural, scope } = planeKindInfo(kind);
  if (scope === 'Cluster') {
    if (namespace !== undefined) {
      throw new TypeError(`A ${kind} belongs to no namespace`);
    }
    return `${API_PATH}/${plural}`;
  }
  return `${API_PATH}/namespaces/${namespaceSegment(namespace)}/${plural}`;
}

/** The path of a plane. @throws TypeError for what may not become part of a path */
export function planePath(plane: PlanePath): string {
  return `${planesPath(plane)}/${encodeURIComponent(plane.name)}`;
}

/** The path of the Secrets of a namespace. @throws TypeError for what may not become part of a path */
export function secretsPath(secret: {
  readonly namespace: string;
  readonly name: string;
}): string {
  requireName(secret.name);
  return `${NAMESPACES_PATH}/${namespaceSegment(secret.namespace)}/secrets`;
}

/** The path of a Secret. @throws TypeError for what may not become part of a path */
export function secretPath(secret: {
  readonly namespace: string;
  readonly name: string;
}): string {
  return `${secretsPath(secret)}/${encodeURIComponent(secret.name)}`;
}

/**
 * The path of the collection that an object of OpenChoreo's API group belongs to.
 *
 * @throws TypeError for what may not become part of a path, be it only the object's name
 */
export function objectsPath({ plural, namespace, name }: ObjectPath): string {
  if (typeof plural !== 'string' || !PLURAL.test(plural)) {
    throw new TypeError(`${shown(plural)} is not the plural of a resource`);
  }
  requireName(name);
  return namespace === undefined
    ? `${API_PATH}/${plural}`
    : `${API_PATH}/namespaces/${namespaceSegment(namespace)}/${plural}`;
}

/** The path of an object of OpenChoreo's API group. @throws TypeError for what may not become part of a path */
export function objectPath(object: ObjectPath): string {
  return `${objectsPath(object)}/${encodeURIComponent(object.name)}`;
}

function requireName(name: unknown): void {
  const valid =
    typeof name === 'string' &&
    name.length <= MAX_NAME_LENGTH &&
    name.split('.').every(part => LABEL.test(part));
  if (!valid) {
    throw new TypeError(`${shown(name)} is not the name of a resource`);
  }
}

function namespaceSegment(namespace: unknown): string {
  if (
    typeof namespace !== 'string' ||
    namespace.length > MAX_LABEL_LENGTH ||
    !LABEL.test(namespace)
  ) {
    throw new TypeError(`${shown(namespace)} is not the name of a namespace`);
  }
  return encodeURIComponent(namespace);
}

function shown(value: unknown): string {
  return typeof value === 'string'
    ? `'${value.slice(0, MAX_LABEL_LENGTH)}'`
    : `A ${typeof value}`;
}
