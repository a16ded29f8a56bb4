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
