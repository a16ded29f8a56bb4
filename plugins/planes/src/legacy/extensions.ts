import {
  createComponentExtension,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import {
  createSearchResultListItemExtension,
  SearchResultListItemExtensionProps,
} from '@backstage/plugin-search-react';
import type { PlaneSearchResultListItemProps } from '../components/PlaneSearchResultListItem';
import { isPlaneSearchResult } from '../search/planeDocument';
import { fleetRouteRef } from '../routes';
import { planesPlugin } from './plugin';

/**
 * The page of all planes and the forms below it, for a route of its own:
 * `<Route path="/planes" element={<PlanesPage />} />`.
 *
 * @public
 */
export const PlanesPage: () => JSX.Element = planesPlugin.provide(
  createRoutableExtension({
    name: 'PlanesPage',
    component: () => import('../components/PlanesPage').then(m => m.PlanesPage),
    mountPoint: fleetRouteRef,
  }),
);

/**
 * Entity card: since when a plane is in its state, and why.
 *
 * @public
 */
export const EntityPlaneStateCard: () => JSX.Element = planesPlugin.provide(
  createComponentExtension({
    name: 'EntityPlaneStateCard',
    component: {
      lazy: () =>
        import('../components/PlaneStateCard').then(m => m.PlaneStateCard),
    },
  }),
);

/**
 * Entity card: what is wrong or noteworthy about a plane, and what to do about it.
 *
 * @public
 */
export const EntityPlaneFindingsCard: () => JSX.Element = planesPlugin.provide(
  createComponentExtension({
    name: 'EntityPlaneFindingsCard',
    component: {
      lazy: () =>
        import('../components/FindingsCard').then(m => m.FindingsCard),
    },
  }),
);

/**
 * Entity card: the planes that share a plane's agents or its cluster.
 *
 * @public
 */
export const EntityRelatedPlanesCard: () => JSX.Element = planesPlugin.provide(
  createComponentExtension({
    name: 'EntityRelatedPlanesCard',
    component: {
      lazy: () =>
        import('../components/RelatedPlanesCard').then(
          m => m.RelatedPlanesCard,
        ),
    },
  }),
);

/**
 * Entity card: the conditions of a plane's resource.
 *
 * @public
 */
export const EntityPlaneConditionsCard: () => JSX.Element =
  planesPlugin.provide(
    createComponentExtension({
      name: 'EntityPlaneConditionsCard',
      component: {
        lazy: () =>
          import('../components/ConditionsCard').then(m => m.ConditionsCard),
      },
    }),
  );

/**
 * Entity card: what a plane is and what it refers to.
 *
 * @public
 */
export const EntityPlaneFactsCard: () => JSX.Element = planesPlugin.provide(
  createComponentExtension({
    name: 'EntityPlaneFactsCard',
    component: {
      lazy: () =>
        import('../components/PlaneFactsCard').then(m => m.PlaneFactsCard),
    },
  }),
);

/**
 * Entity card: the certificate authority of a plane's agents.
 *
 * @public
 */
export const EntityPlaneAgentCACard: () => JSX.Element = planesPlugin.provide(
  createComponentExtension({
    name: 'EntityPlaneAgentCACard',
    component: {
      lazy: () => import('../components/AgentCACard').then(m => m.AgentCACard),
    },
  }),
);

/**
 * Entity card of a `plane-cluster`: the planes that share one pool of agents.
 *
 * @public
 */
export const EntityPlaneClusterCard: () => JSX.Element = planesPlugin.provide(
  createComponentExtension({
    name: 'EntityPlaneClusterCard',
    component: {
      lazy: () =>
        import('../components/PlaneClusterCard').then(m => m.PlaneClusterCard),
    },
  }),
);

/**
 * Home page card: the state of all planes, and those that need attention.
 *
 * @public
 */
export const PlanesHomeCard = planesPlugin.provide(
  createCardExtension({
    name: 'PlanesHomeCard',
    title: 'Planes',
    components: async () => {
      const { PlanesHomeWidget } = await import(
        '../components/PlanesHomeWidget'
      );
      return { Content: PlanesHomeWidget };
    },
  }),
);

/**
 * Search result list item: a plane.
 *
 * @public
 */
export const PlaneSearchResultListItem: (
  props: SearchResultListItemExtensionProps<PlaneSearchResultListItemProps>,
) => JSX.Element | null = planesPlugin.provide(
  createSearchResultListItemExtension({
    name: 'PlaneSearchResultListItem',
    predicate: isPlaneSearchResult,
    component: () =>
      import('../components/PlaneSearchResultListItem').then(
        m => m.PlaneSearchResultListItem,
      ),
  }),
);
