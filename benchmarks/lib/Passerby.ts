import { timelineResponseSchema } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { TimelineResponse } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { withTimeout } from '../../plugins/planes-react/src/api/withTimeout';
import { type ReadTimeline, Viewer } from './Viewer';

const STAY_MS = 6_000;
const AWAY_MS = 1_000;
const TIMEOUT_MS = 15_000;

/** Asks as the frontend does, but makes something of the first answer alone: the work of many browsers is not that of one machine. */
function createSkimmer(): ReadTimeline {
  let etag: string | undefined;
  let first: TimelineResponse | undefined;
  return async (url, signal) => {
    const headers = etag ? { 'If-None-Match': etag } : undefined;
    const response = await fetch(url, {
      headers,
      signal: withTimeout(TIMEOUT_MS, signal),
    });
    if (!response.ok && response.status !== 304) {
      throw new Error(`The backend answered with ${response.status}`);
    }
    const body = await response.arrayBuffer();
    etag = response.headers.get('ETag') ?? etag;
    first ??= timelineResponseSchema.parse(
      JSON.parse(new TextDecoder().decode(body)),
    );
    return first;
  };
}

/**
 * One who views a run for some seconds, and again a moment later. So viewers ask at times of their own: those who once waited
 * for the same answer would ask together from then on.
 */
export class Passerby {
  readonly #url: string;
  readonly #read = createSkimmer();
  readonly #failures: string[] = [];
  #asked = 0;
  #viewer: Viewer | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  /** Resolves with the first answer. */
  open(): Promise<void> {
    this.#viewer = new Viewer(this.#url, this.#read);
    this.#timer = setTimeout(() => {
      this.#leave();
      this.#timer = setTimeout(() => this.open(), Math.random() * AWAY_MS);
    }, (0.5 + Math.random()) * STAY_MS);
    return this.#viewer.open();
  }

  close() {
    clearTimeout(this.#timer);
    this.#leave();
    return { asked: this.#asked, failures: this.#failures };
  }

  #leave(): void {
    const { asked = 0, failures = [] } = this.#viewer?.close() ?? {};
    this.#viewer = undefined;
    this.#asked += asked;
    this.#failures.push(...failures);
  }
}
