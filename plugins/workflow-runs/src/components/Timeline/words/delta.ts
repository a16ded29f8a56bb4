import { formatExactDuration } from '@openchoreo-planes/backstage-plugin-planes-react';

/** How much longer a row took than it usually does. */
export interface RowDelta {
  /** Milliseconds; negative where it was faster. */
  readonly differenceMs: number;
  /** What it is compared with. */
  readonly expectedMs: number;
}

/** A difference below both is not worth a colour. */
const NOTABLE_MS = 2000;
const NOTABLE_SHARE = 0.05;

/** `+1 m 20 s`, `−12 s`, `±0 s`. */
export function formatDelta(differenceMs: number): string {
  const text = formatExactDuration(Math.abs(differenceMs));
  if (Math.abs(differenceMs) < 1000) {
    return `±${text}`;
  }
  return differenceMs > 0 ? `+${text}` : `−${text}`;
}

/** Whether a difference is one at all: Argo counts whole seconds. */
export function isDifferent({ differenceMs }: RowDelta): boolean {
  return Math.abs(differenceMs) >= 1000;
}

/** Whether a difference matters, and in which direction. */
export function deltaTrend(delta: RowDelta): 'slower' | 'faster' | 'same' {
  const { differenceMs, expectedMs } = delta;
  const notable = Math.max(NOTABLE_MS, expectedMs * NOTABLE_SHARE);
  if (Math.abs(differenceMs) < notable) {
    return 'same';
  }
  return differenceMs > 0 ? 'slower' : 'faster';
}

/** `1 m 20 s slower than usual`. */
export function deltaWords(delta: RowDelta): string {
  if (!isDifferent(delta)) {
    return 'as long as usual';
  }
  const text = formatExactDuration(Math.abs(delta.differenceMs));
  return `${text} ${delta.differenceMs > 0 ? 'longer' : 'shorter'} than usual`;
}
