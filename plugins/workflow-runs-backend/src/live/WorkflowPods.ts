import type { Run } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { clusterOf } from '../argo/clusterOf';
import { listPods } from '../argo/listPods';
import { readPod } from '../nodes/podSchema';
import type { RunPlanes } from '../planes';
import { pauseAfterPods } from './pacing';
import { PodStarts } from './PodStarts';
import type { WorkflowReading } from './WorkflowReading';

/** What {@link WorkflowPods} needs. */
export interface WorkflowPodsOptions {
  readonly planes: RunPlanes;
  readonly clock: () => Date;
  /** Ends what is under way. */
  readonly signal: AbortSignal;
}

/** What the pods of one Argo workflow tell of its nodes. They are listed while they can tell something new, and not too often. */
export class WorkflowPods {
  readonly #options: WorkflowPodsOptions;
  readonly #starts = new PodStarts();
  #nextAt = -Infinity;
  #flight: Promise<boolean> | undefined;

  constructor(options: WorkflowPodsOptions) {
    this.#options = options;
  }

  /** Whether pods are being listed. */
  get isBusy(): boolean {
    return this.#flight !== undefined;
  }

  /** A reading with what is known from pods. */
  applyTo(reading: WorkflowReading): WorkflowReading {
    return reading.nodes
      ? reading.withNodes(this.#starts.applyTo(reading.nodes))
      : reading;
  }

  /**
   * Lists pods, unless that is under way.
   *
   * @returns whether they told something new; undefined where there is no need to list them
   */
  refresh(run: Run, reading: WorkflowReading): Promise<boolean> | undefined {
    const { nodes } = reading;
    const mayTell =
      nodes &&
      this.#now() >= this.#nextAt &&
      this.#starts.isMissing(nodes, {
        unfinished: this.#asksUnfinished(reading),
      });
    if (!this.#flight && mayTell) {
      this.#flight = this.#list(run, reading).finally(() => {
        this.#flight = undefined;
      });
    }
    return this.#flight;
  }

  /** Those that have ended tell nothing new, and may be a thousand. */
  #asksUnfinished({ isDone }: WorkflowReading): boolean {
    return !this.#starts.isEmpty && !isDone;
  }

  async #list(run: Run, reading: WorkflowReading): Promise<boolean> {
    const startedAt = this.#now();
    const unfinished = this.#asksUnfinished(reading);
    const list = await this.#ask(run, unfinished);
    this.#nextAt =
      this.#now() + pauseAfterPods(list && { costMs: this.#now() - startedAt });
    return (
      list !== undefined &&
      this.#starts.add(list.items.flatMap(readPod), reading.nodes ?? [], {
        unfinished,
        isBroken: list.isBroken,
      })
    );
  }

  /** Where pods cannot be listed, nothing worse comes of it than that nobody knows since when nodes run. */
  async #ask(run: Run, unfinished: boolean) {
    const { planes, signal } = this.#options;
    const found = clusterOf(run, planes);
    if (!found.ok || signal.aborted) {
      return undefined;
    }
    const list = await listPods(found.cluster, { unfinished, signal }).catch(
      () => undefined,
    );
    return list?.ok ? list : undefined;
  }

  #now(): number {
    return this.#options.clock().getTime();
  }
}
