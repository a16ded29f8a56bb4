import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import {
  catalogApiRef,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  PlanesApi,
  planesApiRef,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { planesPlugin } from '../plugin';

/** Renders an element on the first page of a portal that has the catalog and all pages of this plugin. */
export function renderInPortal(
  element: JSX.Element,
  options: { api: PlanesApi; url?: string },
) {
  return renderTestApp({
    features: [catalogPlugin, planesPlugin],
    extensions: [
      PageBlueprint.make({
        name: 'first',
        params: { path: '/', loader: async () => element, noHeader: true },
      }),
    ],
    apis: [
      [planesApiRef, options.api],
      [catalogApiRef, catalogApiMock()],
      [starredEntitiesApiRef, new MockStarredEntitiesApi()],
    ],
    initialRouteEntries: [options.url ?? '/'],
  });
}
