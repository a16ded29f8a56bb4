import { useEffect, useRef } from 'react';
import { PlaneTest } from '../../../../ConnectionTest';

/** Runs the connection test by itself, once, as soon as the agent is connected. */
export function useTestOnce(test: PlaneTest, connected: boolean): void {
  const begun = useRef(false);
  const { permission, last, report, run, start } = test;
  const known = last.value !== undefined || last.error !== undefined;
  const ready =
    connected && known && permission === 'granted' && run.status !== 'running';
  const fresh = report?.outcome === 'failed';
  useEffect(() => {
    if (ready && !begun.current) {
      begun.current = true;
      start({ fresh });
    }
  }, [ready, fresh, start]);
}
