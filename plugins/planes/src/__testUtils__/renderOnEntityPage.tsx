import { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  PlanesApi,
  planesApiRef,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { planeEntityFixture } from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';

export interface RenderOnEntityPageOptions {
  api: PlanesApi;
  /** Default: the entity of `planeFixture()`. */
  entity?: Entity;
}

/** Renders a card as the entity page does. */
export async function renderOnEntityPage(
  card: JSX.Element,
  options: RenderOnEntityPageOptions,
) {
  const { api, entity = planeEntityFixture() } = options;
  return renderInTestApp(
    <EntityProvider entity={entity}>{card}</EntityProvider>,
    {
      apis: [
        [planesApiRef, api],
        [catalogApiRef, catalogApiMock({ entities: [entity] })],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}
