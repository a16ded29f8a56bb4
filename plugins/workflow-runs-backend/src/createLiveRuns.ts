import type {
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { RunActions } from './actions/RunActions';
import { ArgoWorkflowReader } from './argo/ArgoWorkflowReader';
import { decompressUpTo } from './argo/decompress';
import { RunEvents } from './events/RunEvents';
import type { RunInventory } from './inventory';
import type { LiveWorkflowOptions } from './live/LiveWorkflow';
import { LiveWorkflows } from './live/LiveWorkflows';
import { NodeLogs } from './logs/NodeLogs';
import { NodeDirectory } from './nodes/NodeDirectory';
import { NodePods } from './nodes/NodePods';
import { NodeViews } from './nodes/NodeViews';
import type { RunPlanes } from './planes';
import { Timelines } from './timeline/Timelines';

const DEFAULT_NODES_BYTES = 64 * 1024 * 1024;

/** What {@link createLiveRuns} needs. */
export interface LiveRunsOptions {
  readonly clock: () => Date;
  readonly inventory: Pick<RunInventory, 'sourceOf' | 'subscribe'>;
  readonly lifecycle: Pick<LifecycleService, 'addShutdownHook'>;
  readonly logger: LoggerService;
  readonly planes: RunPlanes;
  /** How large the nodes of a workflow may be when they are decompressed; 64 MiB unless given. */
  readonly maxNodesBytes?: number;
  /** About how much memory the last readings of workflows may take. */
  readonly maxBytes: number;
  readonly onLook?: LiveWorkflowOptions['onLook'];
}

/** Everything that looks into the clusters of planes: timelines, nodes, logs, events, and what can be done to a run. */
export function createLiveRuns(options: LiveRunsOptions) {
  const {
    inventory,
    lifecycle,
    planes,
    maxNodesBytes = DEFAULT_NODES_BYTES,
  } = options;
  const abort = new AbortController();
  const decompress = decompressUpTo(maxNodesBytes);
  const live = new LiveWorkflows({
    ...options,
    workflows: new ArgoWorkflowReader({ planes, decompress }),
  });
  const unsubscribe = inventory.subscribe(changes => {
    for (const change of changes) {
      if (change.type === 'removed') {
        live.forget(change.run);
      }
    }
  });
  lifecycle.addShutdownHook(() => {
    unsubscribe();
    live.close();
    abort.abort();
  });

  const shared = { ...options, live, signal: abort.signal };
  const directory = new NodeDirectory({ live, decompress });
  const pods = new NodePods(shared);
  return {
    actions: new RunActions(shared),
    events: new RunEvents({ ...shared, directory }),
    logs: new NodeLogs({ directory, pods }),
    nodes: new NodeViews({ directory, pods }),
    timelines: new Timelines(shared),
  };
}
