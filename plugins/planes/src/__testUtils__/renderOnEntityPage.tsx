import { Entity } from '@backstage/catalog-model';
import { identityApiRef } from '@backstage/core-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  PlanesApi,
  planesApiRef,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { planeEntityFixture } from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { useLocation } from 'react-router-dom';
import { editPlaneRouteRef } from '../routes';

export interface RenderOnEntityPageOptions {
  api: PlanesApi;
  /** Default: the entity of `planeFixture()`. */
  entity?: Entity;
  /** What else the catalog has. */
  otherEntities?: Entity[];
  /** What the user may do. Default: everything. */
  permissions?: Parameters<typeof mockApis.permission>[0];
  /** The portal has the form that changes planes. */
  editable?: boolean;
  /** The URL. */
  url?: string;
}

function Url() {
  const { pathname, search, hash } = useLocation();
  return <p>{`URL: ${pathname}${search}${hash}`}</p>;
}

/** Renders a card as the entity page does, and the URL in words. */
export async function renderOnEntityPage(
  card: JSX.Element,
  options: RenderOnEntityPageOptions,
) {
  const { api, entity = planeEntityFixture(), otherEntities = [] } = options;
  return renderInTestApp(
    <EntityProvider entity={entity}>
      {card}
      <Url />
    </EntityProvider>,
    {
      apis: [
        [planesApiRef, api],
        [
          catalogApiRef,
          catalogApiMock({ entities: [entity, ...otherEntities] }),
        ],
        [
          identityApiRef,
          mockApis.identity({ userEntityRef: 'user:default/test' }),
        ],
        [starredEntitiesApiRef, new MockStarredEntitiesApi()],
        [permissionApiRef, mockApis.permission(options.permissions)],
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        ...(options.editable && { '/planes/edit/:uid': editPlaneRouteRef }),
      },
      initialRouteEntries: [options.url ?? '/'],
    },
  );
}
