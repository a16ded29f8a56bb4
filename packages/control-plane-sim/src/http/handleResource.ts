import { mayAccess } from '../auth/AccessRules';
import { ServedResource } from '../registry/ResourceRegistry';
import { forbidden, notFound } from '../status/errors';
import { StatusError } from '../status/Status';
import { handleRead } from './handleRead';
import { handleWrite } from './handleWrite';
import { handlePodLog } from './podLogs/handlePodLog';
import { RequestContext } from './RequestContext';
import { ResourcePath, verbOf } from './resourcePath';
import { respondPageNotFound } from './respond';

function assertAllowed(
  { caller }: RequestContext,
  path: ResourcePath,
  verb: string,
): void {
  const { group, plural, namespace, name, subresource } = path;
  const resource = subresource ? `${plural}/${subresource}` : plural;
  if (!mayAccess(caller, { verb, group, resource, namespace })) {
    const scope =
      namespace === undefined
        ? 'at the cluster scope'
        : `in the namespace "${namespace}"`;
    throw forbidden(
      { group, resource: plural },
      name,
      `User "${caller.name}" cannot ${verb} resource "${resource}" in API group "${group}" ${scope}`,
    );
  }
}

/** Whether a resource is served under this very path. */
function isServedAt(
  { definition }: ServedResource,
  { version, namespace, name }: ResourcePath,
  verb: string,
): boolean {
  if (definition.version !== version) {
    return false;
  }
  if (!definition.namespaced) {
    return namespace === undefined;
  }
  // Without a namespace, only all objects of all namespaces can be meant.
  return namespace !== undefined || (name === undefined && verb !== 'create');
}

/** A real API server answers in two ways, depending on which part of it is asked. */
function refuseUnknown(context: RequestContext, { group }: ResourcePath): void {
  const isBuiltInGroup = context.registry
    .all()
    .some(
      ({ definition }) => definition.isBuiltIn && definition.group === group,
    );
  if (isBuiltInGroup) {
    throw new StatusError(
      404,
      'NotFound',
      'the server could not find the requested resource',
      {},
    );
  }
  respondPageNotFound(context.response);
}

/**
 * Answers a request about a resource.
 *
 * @throws StatusError for everything that a Kubernetes API server refuses
 */
export async function handleResource(
  context: RequestContext,
  path: ResourcePath,
): Promise<void> {
  const { registry, method, query } = context;
  const { group, plural, name = '', subresource } = path;
  const verb = verbOf(method, path, query);
  assertAllowed(context, path, verb);
  const resource = registry.find(group, plural);
  if (!resource || !isServedAt(resource, path, verb)) {
    refuseUnknown(context, path);
    return;
  }
  if (
    context.podLogs &&
    group === '' &&
    plural === 'pods' &&
    subresource === 'log'
  ) {
    handlePodLog(context, context.podLogs, resource, path);
    return;
  }
  const { hasStatus } = resource.definition;
  if (subresource !== undefined && !(subresource === 'status' && hasStatus)) {
    throw notFound({ group, resource: plural }, name);
  }
  if (method === 'GET' || method === 'HEAD') {
    handleRead(context, resource, path, verb);
  } else {
    await handleWrite(context, resource, path);
  }
}
