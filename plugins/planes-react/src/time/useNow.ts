import { useEffect, useState } from 'react';

/**
 * The time of this browser's clock in milliseconds, which ticks while the page is visible.
 *
 * @param stepMs - how often it ticks
 * @public
 */
export function useNow(stepMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined;
    const update = () => {
      clearInterval(timer);
      if (document.visibilityState !== 'hidden') {
        setNow(Date.now());
        timer = setInterval(() => setNow(Date.now()), stepMs);
      }
    };
    update();
    document.addEventListener('visibilitychange', update);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', update);
    };
  }, [stepMs]);
  return now;
}
