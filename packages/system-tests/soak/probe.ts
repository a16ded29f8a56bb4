/**
 * Loaded into the backend before everything else: measures it from inside when the parent process asks.
 */
import { EventEmitter } from 'node:events';
import { queryObjects } from 'node:v8';
import type { Measurement } from './Measurement';

const SOCKETS = ['TCPSocketWrap', 'TLSWrap', 'PipeWrap'];
let warnings = 0;

process.on('warning', ({ name }) => {
  if (name === 'MaxListenersExceededWarning') {
    warnings += 1;
  }
});

function measure(): Measurement {
  // What finalizers let go of is collected by the second one.
  globalThis.gc?.();
  globalThis.gc?.();
  const memory = process.memoryUsage();
  const resources = process.getActiveResourcesInfo();
  return {
    heapBytes: memory.heapUsed,
    externalBytes: memory.external,
    rssBytes: memory.rss,
    handles: resources.length,
    sockets: resources.filter(name => SOCKETS.includes(name)).length,
    timers: resources.filter(name => name === 'Timeout').length,
    processListeners: process
      .eventNames()
      .reduce((sum, name) => sum + process.listenerCount(name), 0),
    emitters: queryObjects(EventEmitter, { format: 'count' }),
    signals: queryObjects(AbortSignal, { format: 'count' }),
    listenerWarnings: warnings,
    cpuMicroseconds: process.cpuUsage().user + process.cpuUsage().system,
  };
}

process.on('message', (message: unknown) => {
  if (message === 'measure') {
    process.send?.({ measurement: measure() });
  }
});
process.on('disconnect', () => process.exit(0));
