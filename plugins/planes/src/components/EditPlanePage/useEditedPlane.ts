import { useApi } from '@backstage/core-plugin-api';
import {
  KindsResponse,
  RegisteredPlane,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  planesApiRef,
  useKinds,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { useEffect, useState } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';

/** A plane that is to be changed, and what a form for it needs. */
export interface PlaneToEdit {
  registered: RegisteredPlane;
  title: string;
  /** The reference of its catalog entity, where the user may see the plane. */
  entityRef?: string;
}

/** How far the plane is known that is to be changed. */
export type EditedPlaneState =
  | { status: 'loading' }
  | { status: 'failed'; error: Error; retry: () => void }
  | { status: 'ready'; plane: PlaneToEdit; kinds: KindsResponse };

function displayName({ registration, ref }: RegisteredPlane): string {
  const { displayName: name } = registration;
  return typeof name === 'string' && name ? name : ref.name;
}

/** The plane as the page found it: what comes later must not change the form under its reader. */
function usePlaneToEdit(uid: string) {
  const api = useApi(planesApiRef);
  return useAsyncRetry(async (): Promise<PlaneToEdit> => {
    const [registered, response] = await Promise.all([
      api.getRegistration(uid),
      // Only for the way back to the plane's page.
      api.getPlane(uid).catch(() => undefined),
    ]);
    return {
      registered,
      title: response?.item.title ?? displayName(registered),
      entityRef: response?.item.entityRef,
    };
  }, [api, uid]);
}

/** Reads what a form for a plane needs; asks for the plane once, so that the form stays as it is. */
export function useEditedPlane(uid: string): EditedPlaneState {
  const plane = usePlaneToEdit(uid);
  const latestKinds = useKinds();
  const [kinds, setKinds] = useState(latestKinds.value);
  useEffect(() => {
    setKinds(first => first ?? latestKinds.value);
  }, [latestKinds.value]);

  if (plane.error && !plane.loading) {
    return { status: 'failed', error: plane.error, retry: plane.retry };
  }
  if (latestKinds.error && !kinds) {
    return {
      status: 'failed',
      error: latestKinds.error,
      retry: latestKinds.retry,
    };
  }
  return plane.value && kinds
    ? { status: 'ready', plane: plane.value, kinds }
    : { status: 'loading' };
}
