/** Views timelines as browsers do. */
import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Passerby } from './Passerby';
import { serveParent } from './RemoteProcess';
import { createReader, Viewer } from './Viewer';
import type { ViewersCommand } from './ViewersProcess';

/** The viewers of a run do not come all at once. */
const ARRIVAL_MS = 1000;
/** So many of the viewers of a run are measured, and stay. */
const MEASURED = 4;

let viewers: { uid: string; viewer: Viewer | Passerby }[] = [];

// A page that is visible all the time.
const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
setMaxListeners(0, page);
Object.assign(globalThis, { document: page });

serveParent<ViewersCommand>(async command => {
  if (command.type === 'stop') {
    return viewers.map(({ uid, viewer }) => ({ uid, ...viewer.close() }));
  }
  viewers = command.uids.flatMap(uid => {
    const url = `${command.url}/runs/${uid}/timeline`;
    return Array.from({ length: command.viewers }, (_, index) => ({
      uid,
      viewer:
        index < MEASURED ? new Viewer(url, createReader()) : new Passerby(url),
    }));
  });
  return Promise.all(
    viewers.map(async ({ viewer }) => {
      await delay(Math.random() * ARRIVAL_MS);
      await viewer.open();
    }),
  );
});
