import type {
  NodeDetails,
  Run,
  RunEvent,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { eventsPath } from '../argo/argoPaths';
import { clusterOf, type RunCluster } from '../argo/clusterOf';
import { gapError } from '../argo/gapError';
import { gapOf } from '../argo/gapOf';
import { listInPages } from '../argo/listInPages';
import type { LiveWorkflows } from '../live/LiveWorkflows';
import type { NodeDirectory } from '../nodes/NodeDirectory';
import type { RunPlanes } from '../planes';
import { BriefCache } from '../timing/BriefCache';
import { withinTime } from '../timing/withinTime';
import { podsOf } from './podsOf';
import { type ReadEvent, readEvent } from './readEvent';

const TTL_MS = 2_000;
/** Of one object there are few; of the pods of a namespace, as many as the last hour brought. */
const PAGES_OF_OBJECT = 1;
const PAGES_OF_PODS = 4;
/** The latest ones. */
const MAX_EVENTS = 1_000;

/** What {@link RunEvents} needs. */
export interface RunEventsOptions {
  readonly planes: RunPlanes;
  readonly live: Pick<LiveWorkflows, 'get'>;
  readonly directory: NodeDirectory;
  readonly clock: () => Date;
  /** Ends what is under way. */
  readonly signal: AbortSignal;
}

/** The events of Argo workflows and their pods, which a cluster keeps for an hour as a rule. */
export class RunEvents {
  readonly #options: RunEventsOptions;
  readonly #cache: BriefCache<readonly ReadEvent[]>;

  constructor(options: RunEventsOptions) {
    this.#options = options;
    this.#cache = new BriefCache({ ttlMs: TTL_MS, clock: options.clock });
  }

  /**
   * The events of one node, or of the whole run, the latest last.
   *
   * @throws NotFoundError where the run has no such node, ConflictError where it has no Argo workflow yet,
   * ServiceUnavailableError where the plane cannot be asked
   */
  async get(
    run: Run,
    nodeId: string | undefined,
    options: { readonly signal: AbortSignal },
  ): Promise<RunEvent[]> {
    const way = clusterOf(run, this.#options.planes);
    if (!way.ok) {
      throw gapError(way.gap);
    }
    const lists =
      nodeId === undefined
        ? this.#ofRun(run, way.cluster, options)
        : this.#ofNode(run, nodeId, way.cluster, options);
    return (await lists)
      .map(({ event }) => event)
      .sort((a, b) => Date.parse(a.lastSeen) - Date.parse(b.lastSeen))
      .slice(-MAX_EVENTS);
  }

  async #ofRun(
    run: Run,
    cluster: RunCluster,
    options: { readonly signal: AbortSignal },
  ): Promise<ReadEvent[]> {
    const { withNodes } = await this.#options.live.get(run, options);
    const reading = withNodes?.reading;
    const isOfRun = podsOf(cluster.reference.name, reading?.nodes ?? []);
    const [ofWorkflow, ofPods] = await Promise.all([
      this.#ofWorkflow(run, cluster),
      this.#list(run, cluster, { 'involvedObject.kind': 'Pod' }, PAGES_OF_PODS),
    ]);
    const uid = reading?.workflow.uid;
    return [
      ...ofWorkflow.filter(({ object }) => isSame(object.uid, uid)),
      ...ofPods.filter(({ object }) => isOfRun(object.name)),
    ];
  }

  async #ofNode(
    run: Run,
    nodeId: string,
    cluster: RunCluster,
    options: { readonly signal: AbortSignal },
  ): Promise<ReadEvent[]> {
    const { details } = await this.#options.directory.find(run, nodeId, {
      ...options,
      mayBeOld: true,
    });
    const [ofWorkflow, ofPod] = await Promise.all([
      this.#ofWorkflow(run, cluster),
      this.#ofPod(run, cluster, details),
    ]);
    return [
      ...ofWorkflow.filter(({ node }) =>
        node.id === undefined
          ? node.name !== undefined && node.name === details?.node.name
          : node.id === nodeId,
      ),
      ...ofPod,
    ];
  }

  #ofWorkflow(run: Run, cluster: RunCluster): Promise<readonly ReadEvent[]> {
    return this.#list(
      run,
      cluster,
      {
        'involvedObject.kind': 'Workflow',
        'involvedObject.name': cluster.reference.name,
      },
      PAGES_OF_OBJECT,
    );
  }

  async #ofPod(
    run: Run,
    cluster: RunCluster,
    details: NodeDetails | undefined,
  ): Promise<readonly ReadEvent[]> {
    return details?.pod.ok
      ? this.#list(
          run,
          cluster,
          {
            'involvedObject.kind': 'Pod',
            'involvedObject.name': details.pod.pod.name,
          },
          PAGES_OF_OBJECT,
        )
      : [];
  }

  #list(
    run: Run,
    cluster: RunCluster,
    fields: Readonly<Record<string, string>>,
    maxPages: number,
  ): Promise<readonly ReadEvent[]> {
    const fieldSelector = Object.entries(fields)
      .map(([field, value]) => `${field}=${value}`)
      .join(',');
    const { reference } = cluster;
    const key = `${run.uid} ${fieldSelector}`;
    return this.#cache.get(key, async () => {
      const list = await withinTime(this.#options.signal, signal =>
        listInPages(
          cluster,
          {
            path: eventsPath(reference.namespace),
            query: { fieldSelector },
            maxPages,
          },
          { signal },
        ),
      );
      if (!list.ok) {
        throw gapError(gapOf(list.failure));
      }
      return list.items.flatMap(readEvent);
    });
  }
}

/** Whether two uids are of the same object, as far as both are known. */
function isSame(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}
