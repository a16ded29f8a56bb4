import { useState } from 'react';
import { relativeTimeStep } from './formatTime';
import { useNow } from './useNow';

/**
 * The time of this browser's clock in milliseconds, which ticks as often as the words for the distance to another
 * time change.
 *
 * @param timeMs - the other time, in milliseconds since the epoch
 * @public
 */
export function useRelativeNow(timeMs: number): number {
  const [stepMs, setStepMs] = useState(() =>
    relativeTimeStep(timeMs, Date.now()),
  );
  const now = useNow(stepMs);
  const wanted = relativeTimeStep(timeMs, now);
  if (wanted !== stepMs) {
    setStepMs(wanted);
  }
  return now;
}
