import type {
  NodeDetails,
  Run,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { clusterOf, type RunCluster } from '../argo/clusterOf';
import { findPod, type FoundPod } from '../argo/findPod';
import { type Gap, gapOf } from '../argo/gapOf';
import type { RunPlanes } from '../planes';
import { BriefCache } from '../timing/BriefCache';
import { withinTime } from '../timing/withinTime';
import type { Pod } from './podSchema';

const TTL_MS = 1_000;

/** The pod of a node, or why there is none to show. */
export type NodePodLookup =
  | {
      readonly ok: true;
      readonly pod: Pod;
      readonly cluster: RunCluster;
      /** The container of the node, where it is one of a container set; else `main`. */
      readonly container: string;
    }
  | {
      readonly ok: false;
      readonly reason: 'no-pod' | 'not-yet' | 'gone';
      /** One sentence; undefined where a node of its kind never has a pod. */
      readonly message?: string;
    }
  | { readonly ok: false; readonly reason: 'gap'; readonly gap: Gap };

/** What {@link NodePods} needs. */
export interface NodePodsOptions {
  readonly planes: RunPlanes;
  readonly clock: () => Date;
  /** Ends what is under way. */
  readonly signal: AbortSignal;
}

/** Finds the pods of nodes; those who ask for the same one at about the same time share the answer. */
export class NodePods {
  readonly #options: NodePodsOptions;
  readonly #cache: BriefCache<FoundPod>;

  constructor(options: NodePodsOptions) {
    this.#options = options;
    this.#cache = new BriefCache({ ttlMs: TTL_MS, clock: options.clock });
  }

  /** @param workflow - tells whether Argo will create further pods */
  async find(
    run: Run,
    { node, pod }: NodeDetails,
    workflow: { readonly isDone: boolean },
  ): Promise<NodePodLookup> {
    if (!pod.ok) {
      return { ok: false, reason: 'no-pod', message: pod.problem };
    }
    const way = clusterOf(run, this.#options.planes);
    if (!way.ok) {
      return { ok: false, reason: 'gap', gap: way.gap };
    }
    const { cluster } = way;
    const found = await this.#cache.get(`${run.uid}/${pod.pod.nodeId}`, () =>
      withinTime(this.#options.signal, signal =>
        findPod(cluster, pod.pod, { signal }),
      ),
    );
    if (found.ok) {
      const { container } = pod.pod;
      return { ok: true, pod: found.pod, cluster, container };
    }
    if (found.failure) {
      return {
        ok: false,
        reason: 'gap',
        gap: gapOf(found.failure, cluster.offline),
      };
    }
    const isAhead = node.phase === 'Pending' || node.phase === 'Running';
    return isAhead && !workflow.isDone
      ? {
          ok: false,
          reason: 'not-yet',
          message: 'Its pod has not been created yet.',
        }
      : { ok: false, reason: 'gone', message: 'Its pod has been deleted.' };
  }
}
