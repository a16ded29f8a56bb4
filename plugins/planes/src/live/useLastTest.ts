import { useApi } from '@backstage/core-plugin-api';
import { ConnectionTestResponse } from '@openchoreo-planes/backstage-plugin-planes-common';
import { planesApiRef } from '@openchoreo-planes/backstage-plugin-planes-react';
import { useEffect } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';

const finishedTests = new EventTarget();

/** Has every component that shows the last connection test of a plane ask for it again. */
export function renewLastTest(uid: string): void {
  finishedTests.dispatchEvent(new Event(uid));
}

/** The last connection test of a plane. */
export interface LastTest {
  value?: ConnectionTestResponse;
  error?: Error;
  retry: () => void;
}

/** The last connection test of a plane, whoever asked for it; read anew when this browser finishes one. */
export function useLastTest(uid: string): LastTest {
  const api = useApi(planesApiRef);
  const { value, error, retry } = useAsyncRetry(
    () => api.getConnectionTest(uid),
    [api, uid],
  );
  useEffect(() => {
    finishedTests.addEventListener(uid, retry);
    return () => finishedTests.removeEventListener(uid, retry);
  }, [uid, retry]);
  return { value, error, retry };
}
