import { ApiObject } from '../objects/ApiObject';
import { ResourceDefinition } from '../registry/ResourceDefinition';
import { parseFieldSelector } from './fieldSelector';
import { parseLabelSelector } from './labelSelector';

/** Which objects of a resource a list, a watch or a deletion is about. */
export interface Selection {
  namespace?: string;
  /** Undefined where every object of the namespace is meant. */
  matches?: (object: ApiObject) => boolean;
}

/**
 * Reads the selectors of a request.
 *
 * @throws StatusError 400 where one cannot be read
 */
export function parseSelection(
  definition: ResourceDefinition,
  namespace: string | undefined,
  query: URLSearchParams,
): Selection {
  const labels = parseLabelSelector(query.get('labelSelector') ?? undefined);
  const fields = parseFieldSelector(
    query.get('fieldSelector') ?? undefined,
    definition,
  );
  if (!labels && !fields) {
    return { namespace };
  }
  return {
    namespace,
    matches: object =>
      (labels?.(object.metadata.labels ?? {}) ?? true) &&
      (fields?.matches(object) ?? true),
  };
}

/** Whether an object is in the selection. */
export function isSelected(selection: Selection, object: ApiObject): boolean {
  const { namespace, matches } = selection;
  return (
    (namespace === undefined || object.metadata.namespace === namespace) &&
    (matches?.(object) ?? true)
  );
}
