import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type {
  LogsQuery,
  LogsResponse,
  NodeContainer,
  NodePod,
  Run,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { gapError } from '../argo/gapError';
import type { NodeDirectory } from '../nodes/NodeDirectory';
import type { NodePodLookup, NodePods } from '../nodes/NodePods';
import { podView } from '../nodes/podView';
import { withinTime } from '../timing/withinTime';
import { ContainerLog, type LogPart } from './ContainerLog';
import { logFailure } from './logFailure';
import { parseLogTime } from './logTime';

const DEFAULT_TAIL_LINES = 1_000;
const NEVER_A_POD =
  'This kind of node runs nothing itself, so it has no log: look at the nodes below it';

/** What {@link NodeLogs} needs. */
export interface NodeLogsOptions {
  readonly directory: NodeDirectory;
  readonly pods: NodePods;
}

/** The logs of nodes. */
export class NodeLogs {
  readonly #options: NodeLogsOptions;

  constructor(options: NodeLogsOptions) {
    this.#options = options;
  }

  /**
   * A part of the log of a container of a node.
   *
   * @throws NotFoundError where there is none and will be none, ConflictError where there is none yet, InputError for a
   * container that the pod does not have, ServiceUnavailableError where the plane cannot be asked
   */
  async get(
    run: Run,
    nodeId: string,
    query: LogsQuery,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<LogsResponse> {
    const { pod, container, containers, cluster } = await this.#find(
      run,
      nodeId,
      query,
      signal,
    );
    const part = await withinTime(signal, bounded =>
      read(
        new ContainerLog(
          cluster,
          { pod, container: container.name },
          { signal: bounded },
        ),
        query,
      ),
    );
    if ('failure' in part) {
      throw logFailure(part.failure);
    }
    const { lines, hasOlder, truncated, hasNewer } = part;
    return {
      container: container.name,
      containers: containers.map(({ name, role, state }) => ({
        name,
        role,
        state,
      })),
      lines: [...lines],
      hasOlder,
      truncated,
      newest: lines.findLast(({ time }) => time)?.time ?? query.since,
      // The state was asked for before the log: nothing came after.
      complete: container.state === 'terminated' && !hasNewer,
    };
  }

  async #find(run: Run, nodeId: string, query: LogsQuery, signal: AbortSignal) {
    const { directory, pods } = this.#options;
    const found = await directory.find(run, nodeId, { signal, mayBeOld: true });
    const { details, gap } = found;
    if (!details) {
      throw gap ? gapError(gap) : new NotFoundError(NEVER_A_POD);
    }
    const lookup = await pods.find(run, details, found);
    if (!lookup.ok) {
      throw noLog(lookup);
    }
    const view = podView(lookup.pod);
    const all = view.containers;
    const container = choose(all, query.container, lookup.container);
    assertStarted(container, view);
    return {
      pod: lookup.pod.metadata.name,
      cluster: lookup.cluster,
      container,
      containers: all.filter(
        candidate => candidate === container || !isArgos(candidate),
      ),
    };
  }
}

function read(log: ContainerLog, query: LogsQuery): Promise<LogPart> {
  const since = parseLogTime(query.since ?? '');
  return since
    ? log.after(since)
    : log.tail(query.tailLines ?? DEFAULT_TAIL_LINES);
}

function isArgos({ role }: NodeContainer): boolean {
  return role === 'init' || role === 'wait';
}

/** The container that was asked for, else that of the node, else the first of the pod. */
function choose(
  containers: readonly NodeContainer[],
  wanted: string | undefined,
  own: string,
): NodeContainer {
  const named = (name: string) =>
    containers.find(container => container.name === name);
  const chosen =
    wanted === undefined ? named(own) ?? containers.at(0) : named(wanted);
  if (!chosen) {
    const names = containers.map(({ name }) => `'${name}'`).join(', ');
    throw wanted === undefined
      ? new NotFoundError('The pod of the node has no containers')
      : new InputError(
          `The query parameter 'container' names none of the pod's: it must be one of ${names}`,
        );
  }
  return chosen;
}

/** @throws ConflictError that says what a container waits for, NotFoundError where it waits in vain */
function assertStarted(container: NodeContainer, pod: NodePod): void {
  const { name, state } = container;
  if (state === 'running' || state === 'terminated') {
    return;
  }
  const { reason, message } = container.reason ? container : pod;
  const why = [reason, message].filter(Boolean).join(': ');
  const because = why && ` (${why})`;
  throw pod.phase === 'Failed' || pod.phase === 'Succeeded'
    ? new NotFoundError(`The container '${name}' never started${because}`)
    : new ConflictError(
        `The container '${name}' has not started yet${because}`,
      );
}

function noLog(lookup: Extract<NodePodLookup, { ok: false }>): Error {
  switch (lookup.reason) {
    case 'gap':
      return gapError(lookup.gap);
    case 'not-yet':
      return new ConflictError(
        'The pod of the node has not been created yet, so there is no log yet',
      );
    case 'gone':
      return new NotFoundError(
        'The pod of the node has been deleted, and its log with it',
      );
    default:
      return new NotFoundError(
        lookup.message ? `There is no log. ${lookup.message}` : NEVER_A_POD,
      );
  }
}
