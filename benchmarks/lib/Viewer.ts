import {
  timeline,
  type TimelineResponse,
  timelineResponseSchema,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { ConditionalReader } from '../../plugins/planes-react/src/api/ConditionalReader';
import { PollingStore } from '../../plugins/planes-react/src/polling/PollingStore';
import { timelineInterval } from '../../plugins/workflow-runs/src/polling/runPace';

/** Reads a timeline. */
export type ReadTimeline = (
  url: string,
  signal: AbortSignal,
) => Promise<TimelineResponse>;

/** Reads as the frontend does. */
export function createReader(): ReadTimeline {
  const reader = new ConditionalReader<TimelineResponse>({
    fetchApi: { fetch },
    schema: timelineResponseSchema,
  });
  return (url, signal) => reader.read(url, signal);
}

/** One open page of a run, with what polls in the frontend. */
export class Viewer {
  readonly #store: PollingStore<TimelineResponse>;
  readonly #closedAt = new Map<string, number>();
  readonly #failures: string[] = [];
  #asked = 0;
  #last: TimelineResponse | undefined;
  #leave = () => {};

  constructor(url: string, read: ReadTimeline) {
    this.#store = new PollingStore({
      load: signal => {
        this.#asked++;
        return read(url, signal);
      },
      intervalMs: timelineInterval,
    });
  }

  /** Resolves with the first answer, or when it is closed before. */
  open(): Promise<void> {
    return new Promise(resolve => {
      const unsubscribe = this.#store.subscribe(() => {
        this.#look();
        resolve();
      });
      this.#leave = () => {
        unsubscribe();
        resolve();
      };
    });
  }

  /** @returns what it saw */
  close() {
    this.#leave();
    return {
      asked: this.#asked,
      failures: this.#failures,
      closedAt: Object.fromEntries(this.#closedAt),
    };
  }

  #look(): void {
    const { value, error } = this.#store.getSnapshot();
    if (error) {
      this.#failures.push(`${error.message} (${error.cause})`);
    }
    if (!value || value === this.#last) {
      return;
    }
    this.#last = value;
    const { nodes, workflow } = value;
    const { rows } = timeline({ nodes, workflow, now: Date.now() });
    const at = Date.now();
    for (const { id, open, end } of rows) {
      if (!open && end !== undefined && !this.#closedAt.has(id)) {
        this.#closedAt.set(id, at);
      }
    }
  }
}
