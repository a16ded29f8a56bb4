import { createHash } from 'node:crypto';
import {
  isEnded,
  type Run,
  type TimelineResponse,
  type TimelineSource,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { Gap } from '../argo/gapOf';
import type { RunInventory } from '../inventory';
import type { LiveWorkflows } from '../live/LiveWorkflows';
import type { WorkflowReading } from '../live/WorkflowReading';
import { currentReading, type WorkflowState } from '../live/WorkflowState';
import { taskNodes } from './taskNodes';

/** By how much the control plane's record of a run lags behind Argo. */
const RECORD_LAG_MS = 20_000;
const NO_GAP: Gap = {
  reason: 'failed',
  message: 'The Argo workflow could not be read.',
};

/** An answer of `GET /runs/:uid/timeline`. */
export interface TimelineAnswer {
  /** Stands for everything but `readAt`. */
  readonly etag: string;
  /** A `TimelineResponse` as JSON. */
  readonly body: string;
}

/** What {@link Timelines} needs. */
export interface TimelinesOptions {
  readonly live: Pick<LiveWorkflows, 'get'>;
  readonly inventory: Pick<RunInventory, 'sourceOf'>;
  readonly clock: () => Date;
}

/** The nodes of runs, from the best source there is. */
export class Timelines {
  readonly #options: TimelinesOptions;

  constructor(options: TimelinesOptions) {
    this.#options = options;
  }

  /** @throws the reason of the signal */
  async get(
    run: Run,
    options: { readonly signal: AbortSignal },
  ): Promise<TimelineAnswer> {
    const state = await this.#options.live.get(run, options);
    const reading = currentReading(state);
    if (reading) {
      const readAt = state.withNodes?.readAt ?? this.#options.clock();
      return fromReading('argo', reading, { readAt, gap: reading.gap });
    }
    const gap = state.gap ?? state.latest?.gap ?? NO_GAP;
    const { withNodes } = state;
    return withNodes && !isOutrun(withNodes, run)
      ? fromReading('last-known', withNodes.reading, { ...withNodes, gap })
      : this.#fromRecord(run, state, gap);
  }

  #fromRecord(
    run: Run,
    { latest, gap: isUnreadable }: WorkflowState,
    gap: Gap,
  ): TimelineAnswer {
    const nodes = taskNodes(run);
    return answer(
      {
        source: nodes.length > 0 ? 'tasks' : 'none',
        gap,
        ...(!isUnreadable && latest && { workflow: latest.workflow }),
        nodes,
      },
      this.#recordedAt(run),
    );
  }

  /** When the record of the run was last known to be as it is. */
  #recordedAt(run: Run): Date {
    const source = this.#options.inventory.sourceOf(run);
    return source && source.state !== 'live'
      ? new Date(source.since)
      : this.#options.clock();
  }
}

/** Whether the control plane saw the end of a run of which we have only read how it went on. */
function isOutrun(
  { reading, readAt }: { reading: WorkflowReading; readAt: Date },
  { phase, completedAt }: Run,
): boolean {
  return (
    isEnded(phase) &&
    !reading.isDone &&
    completedAt !== undefined &&
    Date.parse(completedAt) - readAt.getTime() > RECORD_LAG_MS
  );
}

/** Large answers are made of the JSON that all who ask for the same get. */
function fromReading(
  source: TimelineSource,
  { content, hash }: WorkflowReading,
  { readAt, gap }: { readAt: Date; gap?: Gap },
): TimelineAnswer {
  const head = JSON.stringify({ source, gap }).slice(1, -1);
  return {
    etag: etagOf(head, hash),
    body: `{${head},"readAt":"${readAt.toISOString()}",${content}}`,
  };
}

function answer(
  content: Omit<TimelineResponse, 'readAt'>,
  readAt: Date,
): TimelineAnswer {
  return {
    etag: etagOf(JSON.stringify(content)),
    body: JSON.stringify({ ...content, readAt: readAt.toISOString() }),
  };
}

function etagOf(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  parts.forEach(part => hash.update(part));
  return `W/"${hash.digest('base64url')}"`;
}
