import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { readControlPlanesConfig, readPlanesConfig } from '../config';
import { clusterGatewaysServiceRef } from '../gateway';
import { controlPlaneMetricsServiceRef } from '../metrics';
import { DefaultPlaneInventory } from './DefaultPlaneInventory';
import { firstAttempt } from './firstAttempt';
import type { PlaneInventory } from './types';

/** How long the start of the backend waits for control planes that do not answer. */
const FIRST_ATTEMPT_MS = 5_000;

/**
 * The inventory of planes that all plugins of a backend process share.
 *
 * @remarks
 * Configured by `openchoreo.controlPlanes`. It begins to read when the first plugin asks for it, and ends with the backend.
 * Plugins get it when every source was tried once, or after a few seconds: until then the backend is not ready. What cannot
 * be read by then does not keep it from being ready.
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
        metrics: controlPlaneMetricsServiceRef,
      },
      async factory({ config, gateways, logger, lifecycle, metrics }) {
        const inventory = DefaultPlaneInventory.create({
          controlPlanes: readControlPlanesConfig(config),
          gateways,
          livenessIntervalMs: readPlanesConfig(config).livenessIntervalMs,
          logger: logger.child({ service: 'plane-inventory' }),
          metrics,
        });
        lifecycle.addShutdownHook(() => inventory.stop());
        inventory.start();
        await firstAttempt(inventory, { timeoutMs: FIRST_ATTEMPT_MS });
        return inventory;
      },
    }),
});
