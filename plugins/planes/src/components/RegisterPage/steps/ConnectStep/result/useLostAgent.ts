import { PlaneView } from '@openchoreo-planes/backstage-plugin-planes-common';
import { useEffect, useState } from 'react';

/** Whether the agent was connected while the page watched, and is not any more. */
export function useLostAgent({ state }: PlaneView): boolean {
  const connected = state.state === 'connected';
  const [seen, setSeen] = useState(connected);
  useEffect(() => {
    if (connected) {
      setSeen(true);
    }
  }, [connected]);
  return seen && !connected;
}
