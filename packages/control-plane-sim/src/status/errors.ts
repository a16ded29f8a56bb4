import { StatusDetails, StatusError } from './Status';

/** The resource that an error is about. */
export interface ResourceName {
  group: string;
  /** Plural, or the kind where Kubernetes names that instead. */
  resource: string;
}

function qualified(resource: ResourceName): string {
  return resource.group
    ? `${resource.resource}.${resource.group}`
    : resource.resource;
}

function details(resource: ResourceName, name?: string): StatusDetails {
  return {
    ...(name === undefined ? {} : { name }),
    ...(resource.group ? { group: resource.group } : {}),
    kind: resource.resource,
  };
}

export function badRequest(message: string): StatusError {
  return new StatusError(400, 'BadRequest', message);
}

export function unauthorized(): StatusError {
  return new StatusError(401, 'Unauthorized', 'Unauthorized');
}

export function notFound(resource: ResourceName, name: string): StatusError {
  return new StatusError(
    404,
    'NotFound',
    `${qualified(resource)} "${name}" not found`,
    details(resource, name),
  );
}

export function alreadyExists(
  resource: ResourceName,
  name: string,
): StatusError {
  return new StatusError(
    409,
    'AlreadyExists',
    `${qualified(resource)} "${name}" already exists`,
    details(resource, name),
  );
}

export function conflict(
  resource: ResourceName,
  name: string,
  why: string,
): StatusError {
  return new StatusError(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualified(resource)} "${name}": ${why}`,
    details(resource, name),
  );
}

export function staleResourceVersion(
  resource: ResourceName,
  name: string,
): StatusError {
  return conflict(
    resource,
    name,
    'the object has been modified; please apply your changes to the latest version and try again',
  );
}

export function forbidden(
  resource: ResourceName,
  name: string | undefined,
  why: string,
): StatusError {
  const subject = name
    ? `${qualified(resource)} "${name}"`
    : qualified(resource);
  return new StatusError(
    403,
    'Forbidden',
    `${subject} is forbidden: ${why}`,
    details(resource, name),
  );
}

export function methodNotAllowed(
  resource: ResourceName,
  verb: string,
): StatusError {
  return new StatusError(
    405,
    'MethodNotAllowed',
    `${verb} is not supported on resources of kind "${qualified(resource)}"`,
    details(resource),
  );
}

export function notAcceptable(accepted: readonly string[]): StatusError {
  return new StatusError(
    406,
    'NotAcceptable',
    `only the following media types are accepted: ${accepted.join(', ')}`,
  );
}

export function unsupportedMediaType(message: string): StatusError {
  return new StatusError(415, 'UnsupportedMediaType', message);
}

export function expired(
  message: string,
  metadata: { continue?: string } = {},
): StatusError {
  return new StatusError(410, 'Expired', message, undefined, metadata);
}
