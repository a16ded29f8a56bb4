import { NotFoundError } from '@backstage/errors';
import {
  type Decompress,
  type NodeDetails,
  readNodeDetails,
  type Run,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { Gap } from '../argo/gapOf';
import type { LiveWorkflows } from '../live/LiveWorkflows';
import type { WorkflowReading } from '../live/WorkflowReading';
import { currentReading, type WorkflowState } from '../live/WorkflowState';
import { taskNodes } from '../timeline/taskNodes';

/** What {@link NodeDirectory} needs. */
export interface NodeDirectoryOptions {
  readonly live: Pick<LiveWorkflows, 'get' | 'peek'>;
  readonly decompress: Decompress;
}

/** What is known of a node. */
export interface FoundNode {
  /** Undefined where only the control plane's record tells of it. */
  readonly details?: NodeDetails;
  /** Set where the workflow is not, or not known to be, as it was read. */
  readonly gap?: Gap;
  /** Argo is done with the workflow. */
  readonly isDone: boolean;
}

/** How a node is looked up. */
export interface FindNodeOptions {
  readonly signal: AbortSignal;
  /** Whether values that look like secrets are wanted. */
  readonly showSecrets?: boolean;
  /** What was read some time ago is good enough: where the pod of a node is to be found does not change. */
  readonly mayBeOld?: boolean;
}

/** Finds nodes by their ids, which never become part of a path. */
export class NodeDirectory {
  readonly #options: NodeDirectoryOptions;
  /** By the object that they were read from; of a large workflow, all is decompressed for one node. */
  readonly #read = new WeakMap<
    WorkflowReading,
    Map<string, NodeDetails | undefined>
  >();

  constructor(options: NodeDirectoryOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError where the run has no such node */
  async find(
    run: Run,
    nodeId: string,
    options: FindNodeOptions,
  ): Promise<FoundNode> {
    const { live } = this.#options;
    const known = options.mayBeOld ? live.peek(run) : undefined;
    const old = known && this.#in(known, nodeId, options);
    if (old) {
      return { details: old, gap: known.gap, isDone: isDone(known) };
    }
    const state = await live.get(run, options);
    const details = this.#in(state, nodeId, options);
    const gap = currentReading(state)
      ? undefined
      : state.gap ?? state.latest?.gap;
    if (!details && !(gap && isTask(run, nodeId))) {
      throw new NotFoundError(
        `No node with id '${nodeId}' found in the Argo workflow of the run`,
      );
    }
    return { details, gap, isDone: isDone(state) };
  }

  #in(
    { withNodes }: WorkflowState,
    nodeId: string,
    { showSecrets = false }: FindNodeOptions,
  ): NodeDetails | undefined {
    if (!withNodes) {
      return undefined;
    }
    const { reading } = withNodes;
    const key = `${showSecrets}/${nodeId}`;
    const read = this.#read.get(reading) ?? new Map();
    this.#read.set(reading, read);
    if (!read.has(key)) {
      const { decompress } = this.#options;
      read.set(
        key,
        readNodeDetails(reading.object, nodeId, { decompress, showSecrets }),
      );
    }
    return read.get(key);
  }
}

function isDone({ withNodes }: WorkflowState): boolean {
  return withNodes?.reading.isDone === true;
}

function isTask(run: Run, nodeId: string): boolean {
  return taskNodes(run).some(({ id }) => id === nodeId);
}
