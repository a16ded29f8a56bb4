import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { readControlPlanesConfig, readPlanesConfig } from '../config';
import { clusterGatewaysServiceRef } from '../gateway';
import { DefaultPlaneInventory } from './DefaultPlaneInventory';
import type { PlaneInventory } from './types';

/**
 * The inventory of planes that all plugins of a backend process share.
 *
 * @remarks
 * Configured by `openchoreo.controlPlanes`. It begins to read when the first plugin asks for it, and ends with the backend.
 *
 * @public
 */
export const planeInventoryServiceRef = createServiceRef<PlaneInventory>({
  id: 'openchoreo.plane-inventory',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        config: coreServices.rootConfig,
        gateways: clusterGatewaysServiceRef,
        logger: coreServices.rootLogger,
        lifecycle: coreServices.rootLifecycle,
      },
      async factory({ config, gateways, logger, lifecycle }) {
        const inventory = DefaultPlaneInventory.create({
          controlPlanes: readControlPlanesConfig(config),
          gateways,
          livenessIntervalMs: readPlanesConfig(config).livenessIntervalMs,
          logger: logger.child({ service: 'plane-inventory' }),
        });
        lifecycle.addShutdownHook(() => inventory.stop());
        inventory.start();
        return inventory;
      },
    }),
});
