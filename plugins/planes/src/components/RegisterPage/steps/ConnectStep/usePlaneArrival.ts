import { PlaneResponse } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  Polled,
  refusalStatus,
  usePlaneByUid,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { useEffect, useState } from 'react';

const EARLY_INTERVAL_MS = 1_000;
const EARLY_MS = 15_000;

/** A plane that was created a moment ago. */
export interface PlaneArrival {
  polled: Polled<PlaneResponse>;
  /** The portal should have seen the plane by now. */
  overdue: boolean;
}

/** The plane with a uid, asked for more often in its first seconds, until the portal sees it. */
export function usePlaneArrival(uid: string): PlaneArrival {
  const polled = usePlaneByUid(uid);
  const { value, error, retry } = polled;
  const [overdue, setOverdue] = useState(false);
  useEffect(() => {
    setOverdue(false);
    const timer = setTimeout(() => setOverdue(true), EARLY_MS);
    return () => clearTimeout(timer);
  }, [uid]);

  const missing =
    !value && error !== undefined && refusalStatus(error) === 'gone';
  useEffect(() => {
    if (!missing || overdue) {
      return undefined;
    }
    const timer = setTimeout(retry, EARLY_INTERVAL_MS);
    return () => clearTimeout(timer);
    // Each answer is another error, after which it is asked again.
  }, [missing, overdue, error, retry]);
  return { polled, overdue };
}
