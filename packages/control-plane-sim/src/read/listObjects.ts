import { ApiObject } from '../objects/ApiObject';
import { ServedResource } from '../registry/ResourceRegistry';
import { isSelected, Selection } from '../selectors/selection';
import { expired } from '../status/errors';
import { ResourceStore, Snapshot } from '../storage/ResourceStore';
import { Entry, lowerBound } from '../storage/SortedObjects';
import { decodeContinue, encodeContinue } from './continueToken';
import { ListParameters } from './listParameters';
import { tooLargeResourceVersion } from './resourceVersions';
import { ListMeta } from './render';

/** One page of a list. */
export interface ListPage {
  objects: ApiObject[];
  metadata: ListMeta;
}

const CONTINUE_EXPIRED =
  'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.';

function continued(
  store: ResourceStore,
  token: string,
): { snapshot: Snapshot; start: string } {
  const { revision, start } = decodeContinue(token);
  const snapshot = revision < 0 ? store.latest() : store.at(revision);
  if (!snapshot) {
    throw expired(CONTINUE_EXPIRED, {
      continue: encodeContinue({ revision: -1, start }),
    });
  }
  return { snapshot, start };
}

function snapshotFor(
  store: ResourceStore,
  { resourceVersion, match, limit }: ListParameters,
): Snapshot {
  if (!resourceVersion) {
    return store.at(store.revision) ?? store.latest();
  }
  if (resourceVersion > store.revision) {
    throw tooLargeResourceVersion(resourceVersion, store.revision);
  }
  const isExact = match === 'Exact' || (match === undefined && limit > 0);
  if (!isExact) {
    return store.at(store.revision) ?? store.latest();
  }
  const snapshot = store.at(resourceVersion);
  if (!snapshot) {
    throw expired('The resourceVersion for the provided list is too old.');
  }
  return snapshot;
}

/** The range of positions of one namespace. */
function rangeOf(
  entries: readonly Entry[],
  namespace: string | undefined,
  start: string,
): [number, number] {
  if (namespace === undefined) {
    return [lowerBound(entries, start), entries.length];
  }
  const prefix = `/${namespace}/`;
  const from = start > prefix ? start : prefix;
  return [lowerBound(entries, from), lowerBound(entries, `/${namespace}0`)];
}

/**
 * Lists the selected objects, in pages where a limit is given. All pages show the state of the first.
 *
 * @throws StatusError 410 where that state is forgotten
 */
export function listObjects(
  { store }: ServedResource,
  selection: Selection,
  parameters: ListParameters,
): ListPage {
  const { continueToken, limit } = parameters;
  const { snapshot, start } = continueToken
    ? continued(store, continueToken)
    : { snapshot: snapshotFor(store, parameters), start: '' };
  const { entries, revision } = snapshot;
  const [from, to] = rangeOf(entries, selection.namespace, start);
  const objects: ApiObject[] = [];
  let next = from;
  while (next < to && (limit === 0 || objects.length < limit)) {
    const { object } = entries[next];
    if (isSelected(selection, object)) {
      objects.push(object);
    }
    next += 1;
  }
  const metadata: ListMeta = { resourceVersion: String(revision) };
  if (next < to) {
    // As in Kubernetes, the next page begins right after the last key of this one.
    metadata.continue = encodeContinue({
      revision,
      start: `${entries[next - 1].key}\u0000`,
    });
    if (!selection.matches) {
      metadata.remainingItemCount = to - next;
    }
  }
  return { objects, metadata };
}
