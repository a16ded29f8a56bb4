import { listObjects } from '../read/listObjects';
import { readListParameters } from '../read/listParameters';
import { renderList, renderObject } from '../read/render';
import { negotiateRepresentation } from '../read/representation';
import { ServedResource } from '../registry/ResourceRegistry';
import { parseSelection } from '../selectors/selection';
import { startWatch } from '../watch/startWatch';
import { requireObject } from '../write/storedObject';
import { RequestContext } from './RequestContext';
import { ResourcePath } from './resourcePath';
import { respondJson } from './respond';

/**
 * Answers a get, a list or a watch.
 *
 * @throws StatusError for everything that a Kubernetes API server refuses
 */
export function handleRead(
  context: RequestContext,
  resource: ServedResource,
  { namespace, name }: ResourcePath,
  verb: string,
): void {
  const { request, response, query, watches } = context;
  const { definition } = resource;
  const representation = negotiateRepresentation(request.headers.accept, query);
  if (name !== undefined) {
    const object = requireObject(resource, namespace, name);
    respondJson(
      response,
      200,
      renderObject(object, definition, representation),
    );
    return;
  }
  const selection = parseSelection(definition, namespace, query);
  if (verb === 'watch') {
    startWatch(
      watches,
      { resource, selection, representation, query },
      response,
    );
    return;
  }
  const { objects, metadata } = listObjects(
    resource,
    selection,
    readListParameters(query),
  );
  respondJson(
    response,
    200,
    renderList(objects, metadata, definition, representation),
  );
}
