import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { readControlPlanesConfig } from '../config';
import { DefaultControlPlaneObjects } from './DefaultControlPlaneObjects';
import type { ControlPlaneObjects } from './types';

/**
 * Reads and creates objects of the control planes that are configured in `openchoreo.controlPlanes`.
 *
 * @public
 */
export const controlPlaneObjectsServiceRef =
  createServiceRef<ControlPlaneObjects>({
    id: 'openchoreo.control-plane-objects',
    scope: 'root',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: {
          config: coreServices.rootConfig,
          lifecycle: coreServices.rootLifecycle,
        },
        async factory({ config, lifecycle }) {
          const objects = DefaultControlPlaneObjects.create(
            readControlPlanesConfig(config),
          );
          lifecycle.addShutdownHook(() => objects.close());
          return objects;
        },
      }),
  });
