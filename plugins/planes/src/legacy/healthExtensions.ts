import { createComponentExtension } from '@backstage/core-plugin-api';
import { planesPlugin } from './plugin';

/**
 * Entity card: tests the connection to a plane step by step, and shows the last result.
 *
 * @public
 */
export const EntityPlaneConnectionTestCard: () => JSX.Element | null =
  planesPlugin.provide(
    createComponentExtension({
      name: 'EntityPlaneConnectionTestCard',
      component: {
        lazy: () =>
          import('../components/ConnectionTest').then(
            m => m.ConnectionTestCard,
          ),
      },
    }),
  );

/**
 * Entity card: the environments, workflows and planes that depend on a plane.
 *
 * @public
 */
export const EntityPlaneDependentsCard: () => JSX.Element =
  planesPlugin.provide(
    createComponentExtension({
      name: 'EntityPlaneDependentsCard',
      component: {
        lazy: () =>
          import('../components/DependentsCard').then(m => m.DependentsCard),
      },
    }),
  );

/**
 * Entity content: how a plane's state changed over time.
 *
 * @public
 */
export const EntityPlaneHistoryContent: () => JSX.Element =
  planesPlugin.provide(
    createComponentExtension({
      name: 'EntityPlaneHistoryContent',
      component: {
        lazy: () =>
          import('../components/PlaneHistory').then(m => m.PlaneHistory),
      },
    }),
  );
