import { z } from 'zod';

/** What the backend holds at a moment at which nobody asks it anything, after garbage was collected. */
export const measurementSchema = z.object({
  heapBytes: z.number(),
  externalBytes: z.number(),
  rssBytes: z.number(),
  /** What keeps the process alive: sockets, timers, files. */
  handles: z.number(),
  sockets: z.number(),
  timers: z.number(),
  processListeners: z.number(),
  /** Objects that have listeners. */
  emitters: z.number(),
  signals: z.number(),
  /** How often Node warned that something has suspiciously many listeners. */
  listenerWarnings: z.number(),
  cpuMicroseconds: z.number(),
});

/** {@link measurementSchema} */
export type Measurement = z.infer<typeof measurementSchema>;
