import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { readControlPlanesConfig } from '../config';
import { controlPlaneMetricsServiceRef } from '../metrics';
import { DefaultControlPlaneWatcher } from './DefaultControlPlaneWatcher';
import type { ControlPlaneWatcher } from './types';

/**
 * Follows resources of the control planes that are configured in `openchoreo.controlPlanes`, beyond planes.
 *
 * @remarks
 * With the portal's own rights: check your user's permission before you show what it knows.
 *
 * @public
 */
export const controlPlaneWatcherServiceRef =
  createServiceRef<ControlPlaneWatcher>({
    id: 'openchoreo.control-plane-watcher',
    scope: 'root',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: {
          config: coreServices.rootConfig,
          logger: coreServices.rootLogger,
          lifecycle: coreServices.rootLifecycle,
          metrics: controlPlaneMetricsServiceRef,
        },
        async factory({ config, logger, lifecycle, metrics }) {
          const watcher = DefaultControlPlaneWatcher.create({
            controlPlanes: readControlPlanesConfig(config),
            logger: logger.child({ service: 'control-plane-watcher' }),
            metrics,
          });
          lifecycle.addShutdownHook(() => watcher.stop());
          return watcher;
        },
      }),
  });
