import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { readControlPlanesConfig } from '../config';
import { DefaultControlPlaneReader } from './DefaultControlPlaneReader';
import type { ControlPlaneReader } from './types';

/**
 * Reads resources of the control planes that are configured in `openchoreo.controlPlanes`.
 *
 * @public
 */
export const controlPlaneReaderServiceRef =
  createServiceRef<ControlPlaneReader>({
    id: 'openchoreo.control-plane-reader',
    scope: 'root',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: {
          config: coreServices.rootConfig,
          lifecycle: coreServices.rootLifecycle,
        },
        async factory({ config, lifecycle }) {
          const reader = DefaultControlPlaneReader.create(
            readControlPlanesConfig(config),
          );
          lifecycle.addShutdownHook(() => reader.close());
          return reader;
        },
      }),
  });
