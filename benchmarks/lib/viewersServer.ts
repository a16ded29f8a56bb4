/** Views timelines as browsers do, with what polls in the frontend. */
import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import {
  timeline,
  type TimelineResponse,
  timelineResponseSchema,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { ConditionalReader } from '../../plugins/planes-react/src/api/ConditionalReader';
import { PollingStore } from '../../plugins/planes-react/src/polling/PollingStore';
import { timelineInterval } from '../../plugins/workflow-runs/src/polling/runPace';
import { serveParent } from './RemoteProcess';
import type { Viewed, ViewersCommand } from './ViewersProcess';

/** The viewers of a run do not come all at once. */
const ARRIVAL_MS = 1000;

/** One open page of a run. */
class Viewer {
  readonly #uid: string;
  readonly #store: PollingStore<TimelineResponse>;
  readonly #closedAt = new Map<string, number>();
  #last: TimelineResponse | undefined;
  #failures = 0;
  #leave = () => {};

  constructor(url: string, uid: string) {
    const reader = new ConditionalReader<TimelineResponse>({
      fetchApi: { fetch },
      schema: timelineResponseSchema,
    });
    this.#uid = uid;
    this.#store = new PollingStore({
      load: signal => reader.read(`${url}/runs/${uid}/timeline`, signal),
      intervalMs: timelineInterval,
    });
  }

  /** Resolves with the first answer. */
  open(): Promise<void> {
    return new Promise(resolve => {
      this.#leave = this.#store.subscribe(() => {
        this.#look();
        resolve();
      });
    });
  }

  close(): Viewed {
    this.#leave();
    return {
      uid: this.#uid,
      failures: this.#failures,
      closedAt: Object.fromEntries(this.#closedAt),
    };
  }

  #look(): void {
    const { value, error } = this.#store.getSnapshot();
    this.#failures += error ? 1 : 0;
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

let viewers: Viewer[] = [];

// A page that is visible all the time.
const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
setMaxListeners(0, page);
Object.assign(globalThis, { document: page });

serveParent<ViewersCommand>(async command => {
  if (command.type === 'stop') {
    return viewers.map(viewer => viewer.close());
  }
  const { url, uids } = command;
  viewers = uids.flatMap(uid =>
    Array.from({ length: command.viewers }, () => new Viewer(url, uid)),
  );
  return Promise.all(
    viewers.map(async viewer => {
      await delay(Math.random() * ARRIVAL_MS);
      await viewer.open();
    }),
  );
});
