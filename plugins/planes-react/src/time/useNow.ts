import { useEffect, useState } from 'react';
import { Ticker } from './Ticker';

const tickers = new Map<number, Ticker>();

function subscribe(
  stepMs: number,
  listener: (nowMs: number) => void,
): () => void {
  const ticker = tickers.get(stepMs) ?? new Ticker(stepMs);
  tickers.set(stepMs, ticker);
  const unsubscribe = ticker.subscribe(listener);
  return () => {
    unsubscribe();
    if (ticker.idle) {
      tickers.delete(stepMs);
    }
  };
}

/**
 * The time of this browser's clock in milliseconds, which ticks while the page is visible.
 *
 * @remarks
 * All components that tick at one pace share a timer, and are rendered together.
 *
 * @param stepMs - how often it ticks
 * @public
 */
export function useNow(stepMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    return subscribe(stepMs, setNow);
  }, [stepMs]);
  return now;
}
