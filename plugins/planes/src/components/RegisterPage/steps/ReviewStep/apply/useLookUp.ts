import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import {
  PlaneSummary,
  RegistrationResult,
  RegistrationValues,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { planesApiRef } from '@openchoreo-planes/backstage-plugin-planes-react';
import { useCallback, useEffect, useRef, useState } from 'react';

/** How looking for the plane in the control plane goes. */
export type LookUp =
  | { status: 'none' | 'looking' | 'not-found' }
  | { status: 'failed'; error: Error };

function isPlaneOf(
  { controlPlane, kind, namespace, name }: RegistrationValues,
  { ref }: PlaneSummary,
): boolean {
  return (
    ref.controlPlane === controlPlane &&
    ref.kind === kind &&
    ref.namespace === namespace &&
    ref.name === name
  );
}

/**
 * Looks whether the control plane has the plane of the values.
 *
 * @param onFound - called with what registering the plane would have answered
 */
export function useLookUp(
  values: RegistrationValues,
  onFound: (result: RegistrationResult) => void,
): { lookUp: LookUp; look: () => void } {
  const api = useApi(planesApiRef);
  const [lookUp, setLookUp] = useState<LookUp>({ status: 'none' });
  const request = useRef<AbortController>();
  useEffect(() => () => request.current?.abort(), []);

  const look = useCallback(async () => {
    request.current?.abort();
    const { signal } = (request.current = new AbortController());
    setLookUp({ status: 'looking' });
    const { controlPlane = '', name = '' } = values;
    try {
      const { items } = await api.getPlanes(
        { controlPlane: [controlPlane], text: name },
        { signal },
      );
      const found = items.find(item => isPlaneOf(values, item));
      if (signal.aborted) {
        return;
      }
      setLookUp({ status: found ? 'none' : 'not-found' });
      if (found) {
        const { ref, entityRef, title, uid } = found;
        onFound({
          plane: { ref, entityRef, title, uid },
          manifest: '',
          problems: [],
        });
      }
    } catch (error) {
      if (!signal.aborted) {
        setLookUp({ status: 'failed', error: toError(error) });
      }
    }
  }, [api, values, onFound]);

  return { lookUp, look };
}
