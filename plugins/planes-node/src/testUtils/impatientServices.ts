import {
  coreServices,
  createServiceFactory,
  type ServiceFactory,
} from '@backstage/backend-plugin-api';
import { readControlPlanesConfig } from '../config';
import { controlPlaneWatcherServiceRef } from '../follow';
import { DefaultControlPlaneWatcher } from '../follow/DefaultControlPlaneWatcher';
import { planeInventoryServiceRef } from '../inventory';
import { DefaultPlaneInventory } from '../inventory/DefaultPlaneInventory';

/** Times that a test can wait for, and a busy machine can keep. */
const IMPATIENCE = {
  listWatchOptions: {
    timing: {
      retryBaseMs: 20,
      retryMaxMs: 250,
      stableAfterMs: 500,
      silenceTimeoutMs: 2_000,
      notServedRetryMs: 500,
    },
  },
  discoveryIntervalMs: 250,
  answerTimeoutMs: 3_000,
};

/**
 * The services that follow control planes as a backend has them, but that notice within seconds what otherwise takes minutes: a
 * connection that has fallen silent, a kind that is served now.
 *
 * @public
 */
export function impatientServices(): ServiceFactory[] {
  return [
    createServiceFactory({
      service: planeInventoryServiceRef,
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.rootLogger,
        lifecycle: coreServices.rootLifecycle,
      },
      async factory({ config, logger, lifecycle }) {
        const inventory = DefaultPlaneInventory.create({
          ...IMPATIENCE,
          controlPlanes: readControlPlanesConfig(config),
          logger,
        });
        lifecycle.addShutdownHook(() => inventory.stop());
        inventory.start();
        return inventory;
      },
    }),
    createServiceFactory({
      service: controlPlaneWatcherServiceRef,
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.rootLogger,
        lifecycle: coreServices.rootLifecycle,
      },
      async factory({ config, logger, lifecycle }) {
        const watcher = DefaultControlPlaneWatcher.create({
          ...IMPATIENCE,
          controlPlanes: readControlPlanesConfig(config),
          logger,
        });
        lifecycle.addShutdownHook(() => watcher.stop());
        return watcher;
      },
    }),
  ];
}
