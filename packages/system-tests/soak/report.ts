import { growthOf } from '../src/soak/growth';
import type { Measurement } from './Measurement';
import type { Tally } from './Tally';

const MIB = 1024 * 1024;

/** A measurement, and when it was taken. */
export type Sample = Measurement & { readonly atMs: number };

interface Figure {
  readonly what: string;
  readonly of: (sample: Sample) => number;
  /** A growth that means nothing. */
  readonly allowed: number;
  readonly unit?: string;
}

const FIGURES: readonly Figure[] = [
  {
    what: 'heap after garbage collection',
    of: ({ heapBytes }) => heapBytes / MIB,
    allowed: 3,
    unit: ' MiB',
  },
  {
    what: 'buffers outside of the heap',
    of: ({ externalBytes }) => externalBytes / MIB,
    allowed: 3,
    unit: ' MiB',
  },
  { what: 'handles', of: ({ handles }) => handles, allowed: 8 },
  { what: 'sockets', of: ({ sockets }) => sockets, allowed: 8 },
  { what: 'timers', of: ({ timers }) => timers, allowed: 8 },
  {
    what: 'listeners of the process',
    of: ({ processListeners }) => processListeners,
    allowed: 0,
  },
  {
    what: 'objects with listeners',
    of: ({ emitters }) => emitters,
    allowed: 40,
  },
  { what: 'abort signals', of: ({ signals }) => signals, allowed: 40 },
  {
    what: 'warnings of too many listeners',
    of: ({ listenerWarnings }) => listenerWarnings,
    allowed: 0,
  },
];

/**
 * Prints what was done and what it left behind.
 *
 * @param samples - those after the warm-up
 * @returns what grows
 */
export function report(samples: readonly Sample[], tally: Tally): string[] {
  console.log('\nWhat was done');
  for (const [what, count] of tally.entries()) {
    console.log(`  ${what.padEnd(34)}${String(count).padStart(8)}`);
  }
  console.log(
    `\nWhat was left, ${samples.length} samples after the warm-up${' '.repeat(
      3,
    )}median    growth   allowed`,
  );
  const growing: string[] = [];
  for (const { what, of, allowed, unit = '' } of FIGURES) {
    const values = samples.map(each => ({ atMs: each.atMs, value: of(each) }));
    const result = growthOf(values, allowed);
    const cells = [result.median, result.growth, result.allowed]
      .map(value => value.toFixed(1).padStart(10))
      .join('');
    console.log(
      `  ${(what + unit).padEnd(44)}${cells}${result.isFlat ? '' : '  GROWS'}`,
    );
    if (!result.isFlat) {
      growing.push(what);
    }
  }
  const rss = samples.map(({ rssBytes }) => rssBytes / MIB);
  console.log(
    `  memory of the process (not judged)          ${Math.min(...rss).toFixed(
      0,
    )} to ${Math.max(...rss).toFixed(0)} MiB`,
  );
  return growing;
}
