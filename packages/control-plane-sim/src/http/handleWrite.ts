import { isApiObject } from '../objects/ApiObject';
import { listObjects } from '../read/listObjects';
import { renderList, renderObject } from '../read/render';
import { negotiateRepresentation } from '../read/representation';
import { resourceName } from '../registry/ResourceDefinition';
import { ServedResource } from '../registry/ResourceRegistry';
import { parseSelection } from '../selectors/selection';
import { badRequest, methodNotAllowed } from '../status/errors';
import { createObject } from '../write/createObject';
import {
  deleteObject,
  DeleteOptions,
  readDeleteOptions,
} from '../write/deleteObject';
import { parseBody } from '../write/parseBody';
import { patchObject } from '../write/patchObject';
import { updateObject } from '../write/updateObject';
import { readWriteOptions, WriteResult } from '../write/WriteRequest';
import { mediaTypeOf, readBody, readObjectBody } from './readBody';
import { RequestContext } from './RequestContext';
import { ResourcePath } from './resourcePath';
import { respondJson } from './respond';

function deleteOne(
  { namespaces }: RequestContext,
  resource: ServedResource,
  namespace: string | undefined,
  name: string,
  options: DeleteOptions,
): object {
  const { group, kind } = resource.definition;
  return group === '' && kind === 'Namespace'
    ? namespaces.delete(name, options)
    : deleteObject(resource, namespace, name, options);
}

async function remove(
  context: RequestContext,
  resource: ServedResource,
  { namespace, name }: ResourcePath,
): Promise<object> {
  const { request, query } = context;
  const { definition } = resource;
  const options = readDeleteOptions(query, await readBody(request));
  if (name !== undefined) {
    return deleteOne(context, resource, namespace, name, options);
  }
  const selection = parseSelection(definition, namespace, query);
  const { objects, metadata } = listObjects(resource, selection, { limit: 0 });
  for (const object of objects) {
    const { namespace: itsNamespace, name: itsName } = object.metadata;
    deleteOne(context, resource, itsNamespace, itsName, options);
  }
  return renderList(objects, metadata, definition, { form: 'object' });
}

async function write(
  context: RequestContext,
  resource: ServedResource,
  path: ResourcePath,
): Promise<WriteResult> {
  const { registry, request, method, query } = context;
  const { definition } = resource;
  const { namespace, name, subresource } = path;
  const options = readWriteOptions(
    method,
    query,
    request.headers['user-agent'] ?? '',
    subresource,
  );
  if (method === 'DELETE' && subresource === undefined) {
    const body = await remove(context, resource, path);
    return { code: 200, body, warnings: [] };
  }
  if (method === 'POST' && name === undefined) {
    const body = parseBody(await readObjectBody(request), definition);
    return createObject(registry, resource, namespace, body, options);
  }
  if (method !== 'PUT' && method !== 'PATCH') {
    throw methodNotAllowed(resourceName(definition), method.toLowerCase());
  }
  if (name === undefined) {
    throw badRequest('name must be provided');
  }
  if (method === 'PATCH') {
    const text = await readBody(request);
    const type = mediaTypeOf(request);
    return patchObject(resource, namespace, name, text, type, options);
  }
  const body = parseBody(await readObjectBody(request), definition);
  return updateObject(resource, namespace, name, body, options);
}

/**
 * Answers a create, an update, a patch or a deletion.
 *
 * @throws StatusError for everything that a Kubernetes API server refuses
 */
export async function handleWrite(
  context: RequestContext,
  resource: ServedResource,
  path: ResourcePath,
): Promise<void> {
  const { request, response, query } = context;
  const form = negotiateRepresentation(request.headers.accept, query);
  const { code, body, warnings } = await write(context, resource, path);
  respondJson(
    response,
    code,
    isApiObject(body) ? renderObject(body, resource.definition, form) : body,
    { warnings },
  );
}
