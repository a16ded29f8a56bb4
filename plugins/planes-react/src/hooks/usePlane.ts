import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  ANNOTATION_PLANE_UID,
  PlaneResponse,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { useMemo } from 'react';
import { planesApiRef } from '../api/PlanesApi';
import { planesStores } from '../polling/planesStores';
import { Polled, PolledSource } from './usePolled';
import { useSignalled } from './useSignalled';

/**
 * The plane that a catalog entity stands for, as its control plane has it now.
 *
 * @remarks
 * Kept up to date while the page is visible, as {@link usePlanes} is, with one request for all components that show the
 * same plane. Needs the entity's annotation `openchoreo.dev/plane-uid`; without it, the error is a `NotFoundError`.
 *
 * @public
 */
export function usePlane(entity: Entity): Polled<PlaneResponse> {
  const api = useApi(planesApiRef);
  const uid = entity.metadata.annotations?.[ANNOTATION_PLANE_UID];
  const entityRef = stringifyEntityRef(entity);
  const store = useMemo(
    () => (uid ? planesStores(api).plane(uid) : withoutUid(entityRef)),
    [api, uid, entityRef],
  );
  return useSignalled(store);
}

/**
 * A plane as its control plane has it now, for what knows its uid and may not find it in the catalog yet.
 *
 * @remarks
 * Shares its requests with {@link usePlane}, and is kept up to date as that is.
 *
 * @param uid - the uid of the plane's custom resource
 * @public
 */
export function usePlaneByUid(uid: string): Polled<PlaneResponse> {
  const api = useApi(planesApiRef);
  return useSignalled(planesStores(api).plane(uid));
}

function withoutUid(entityRef: string): PolledSource<PlaneResponse> {
  const error = new NotFoundError(
    `'${entityRef}' has no annotation '${ANNOTATION_PLANE_UID}'`,
  );
  const state = { error };
  return {
    subscribe: () => () => undefined,
    getSnapshot: () => state,
    refresh: () => undefined,
  };
}
