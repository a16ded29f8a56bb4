import { formatExactDuration } from '@openchoreo-planes/backstage-plugin-planes-react';

/** How much longer a row took than it usually does. */
export interface RowDelta {
  /** Milliseconds; negative where it was faster. */
  readonly deltaMs: number;
  /** What it is compared with. */
  readonly baselineMs: number;
}

/** A difference below both is not worth a colour. */
const NOTABLE_MS = 2000;
const NOTABLE_SHARE = 0.05;

/** `+1 m 20 s`, `−12 s`, `±0 s`. */
export function formatDelta(deltaMs: number): string {
  const text = formatExactDuration(Math.abs(deltaMs));
  if (Math.abs(deltaMs) < 1000) {
    return `±${text}`;
  }
  return deltaMs > 0 ? `+${text}` : `−${text}`;
}

/** Whether a difference matters, and in which direction. */
export function deltaTrend(delta: RowDelta): 'slower' | 'faster' | 'same' {
  const { deltaMs, baselineMs } = delta;
  const notable = Math.max(NOTABLE_MS, baselineMs * NOTABLE_SHARE);
  if (Math.abs(deltaMs) < notable) {
    return 'same';
  }
  return deltaMs > 0 ? 'slower' : 'faster';
}

/** `1 m 20 s slower than usual`. */
export function deltaWords(delta: RowDelta): string {
  if (Math.abs(delta.deltaMs) < 1000) {
    return 'as long as usual';
  }
  const text = formatExactDuration(Math.abs(delta.deltaMs));
  return `${text} ${delta.deltaMs > 0 ? 'longer' : 'shorter'} than usual`;
}
