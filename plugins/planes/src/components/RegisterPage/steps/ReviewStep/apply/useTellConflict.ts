import { RegisteredPlane } from '@openchoreo-planes/backstage-plugin-planes-common';
import { readRegistrationRefusal } from '@openchoreo-planes/backstage-plugin-planes-react';
import { useEffect, useRef } from 'react';

/** Hands over what somebody else wrote meanwhile, once for each failure that tells of it. */
export function useTellConflict(
  failure: Error | undefined,
  onConflict: ((current: RegisteredPlane) => void) | undefined,
): void {
  // Whoever listens may be another function with each rendering, which is no new conflict.
  const listener = useRef(onConflict);
  useEffect(() => {
    listener.current = onConflict;
  }, [onConflict]);
  useEffect(() => {
    const current = failure && readRegistrationRefusal(failure).current;
    if (current) {
      listener.current?.(current);
    }
  }, [failure]);
}
