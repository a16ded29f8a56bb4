import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { readControlPlanesConfig } from '../config';
import { controlPlaneMetricsServiceRef } from '../metrics';
import { DefaultClusterGateways } from './DefaultClusterGateways';
import type { ClusterGateways } from './types';

/**
 * The cluster gateways of all control planes, with one set of connections for all plugins of a backend process.
 *
 * @remarks
 * Configured by `openchoreo.controlPlanes[].gateway`. Whoever reaches a plane through it acts as the plane's agent, not
 * as a user: check the user's permission before.
 *
 * @public
 */
export const clusterGatewaysServiceRef = createServiceRef<ClusterGateways>({
  id: 'openchoreo.cluster-gateways',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        config: coreServices.rootConfig,
        lifecycle: coreServices.rootLifecycle,
        metrics: controlPlaneMetricsServiceRef,
      },
      async factory({ config, lifecycle, metrics }) {
        const gateways = DefaultClusterGateways.create(
          readControlPlanesConfig(config),
          { metrics },
        );
        lifecycle.addShutdownHook(() => gateways.close());
        return gateways;
      },
    }),
});
