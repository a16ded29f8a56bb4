import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { readControlPlanesConfig } from '../config';
import { DefaultPlaneResources } from './DefaultPlaneResources';
import type { PlaneResources } from './types';

/**
 * Reads and writes resources of planes in the control planes that are configured in `openchoreo.controlPlanes`.
 *
 * @public
 */
export const planeResourcesServiceRef = createServiceRef<PlaneResources>({
  id: 'openchoreo.plane-resources',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        config: coreServices.rootConfig,
        lifecycle: coreServices.rootLifecycle,
      },
      async factory({ config, lifecycle }) {
        const resources = DefaultPlaneResources.create(
          readControlPlanesConfig(config),
        );
        lifecycle.addShutdownHook(() => resources.close());
        return resources;
      },
    }),
});
