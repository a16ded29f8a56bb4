import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import {
  planeInventoryServiceRef,
  readPlanesConfig,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import {
  planeEntityTransformExtensionPoint,
  type PlaneEntityTransformer,
} from './planeEntityTransformExtensionPoint';
import { PlanePublisher } from './provider/PlanePublisher';

/**
 * Brings every plane of the configured control planes to the catalog, as entities of kind Resource.
 *
 * @public
 */
export const catalogModulePlanes = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'planes',
  register(reg) {
    let transformer: PlaneEntityTransformer | undefined;
    reg.registerExtensionPoint(planeEntityTransformExtensionPoint, {
      setTransformer(value) {
        if (transformer) {
          throw new Error(
            'The transformer of plane entities is already set. You can only set it once.',
          );
        }
        transformer = value;
      },
    });
    reg.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        inventory: planeInventoryServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { catalog, config, inventory, lifecycle, logger, metrics } = deps;
        const publisher = PlanePublisher.create({
          inventory,
          config: readPlanesConfig(config),
          logger,
          metrics,
          transformer,
        });
        catalog.addEntityProvider(publisher.providers);
        publisher.start();
        lifecycle.addShutdownHook(() => publisher.stop());
        await deps.scheduler.scheduleTask({
          id: 'planes-catalog-reconcile',
          scope: 'global',
          frequency: { minutes: 10 },
          initialDelay: { minutes: 10 },
          timeout: { minutes: 1 },
          fn: async () => publisher.reconcile(),
        });
      },
    });
  },
});
