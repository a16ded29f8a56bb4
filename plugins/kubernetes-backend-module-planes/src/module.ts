import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  kubernetesAuthStrategyExtensionPoint,
  kubernetesClusterSupplierExtensionPoint,
  kubernetesServiceLocatorExtensionPoint,
} from '@backstage/plugin-kubernetes-node';
import {
  clusterGatewaysServiceRef,
  planeInventoryServiceRef,
  readPlanesConfig,
  requestLimitsServiceRef,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import { defaultAuthStrategies } from './defaultAuthStrategies';
import { GatewayAuthStrategy } from './GatewayAuthStrategy';
import { GATEWAY_AUTH_PROVIDER } from './planeCluster';
import { limitProxy } from './limitProxy';
import { PlaneClustersSupplier } from './PlaneClustersSupplier';
import { PlaneServiceLocator } from './PlaneServiceLocator';

/**
 * Offers every connected plane to the Kubernetes plugin as a cluster, reached through the cluster gateway's tunnel.
 *
 * @remarks
 * Off unless `openchoreo.planes.kubernetes.enabled` is true. No credential for a plane is stored: the portal presents its
 * gateway certificate, and the request runs with the rights of the plane's agent.
 *
 * @public
 */
export const kubernetesModulePlanes = createBackendModule({
  pluginId: 'kubernetes',
  moduleId: 'planes',
  register(reg) {
    reg.registerInit({
      deps: {
        authStrategies: kubernetesAuthStrategyExtensionPoint,
        clusterSuppliers: kubernetesClusterSupplierExtensionPoint,
        config: coreServices.rootConfig,
        gateways: clusterGatewaysServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        inventory: planeInventoryServiceRef,
        limits: requestLimitsServiceRef,
        logger: coreServices.logger,
        serviceLocators: kubernetesServiceLocatorExtensionPoint,
      },
      async init(deps) {
        const { config, gateways, inventory, limits, logger } = deps;
        const { clusterScopedNamespace, kubernetesEnabled } =
          readPlanesConfig(config);
        if (!kubernetesEnabled) {
          logger.debug(
            "Planes are not offered as clusters: 'openchoreo.planes.kubernetes.enabled' is not true",
          );
          return;
        }
        // The router of the plugin itself: its modules begin before it.
        deps.httpRouter.use(limitProxy({ ...deps, clusterScopedNamespace }));
        for (const [name, strategy] of defaultAuthStrategies(deps)) {
          deps.authStrategies.addAuthStrategy(name, strategy);
        }
        deps.authStrategies.addAuthStrategy(
          GATEWAY_AUTH_PROVIDER,
          new GatewayAuthStrategy(gateways),
        );
        deps.clusterSuppliers.addClusterSupplier(
          async ({ getDefault }) =>
            new PlaneClustersSupplier({
              others: await getDefault(),
              inventory,
              gateways,
              clusterScopedNamespace,
              logger,
            }),
        );
        deps.serviceLocators.addServiceLocator(
          async ({ getDefault, clusterSupplier }) =>
            new PlaneServiceLocator({
              clusters: clusterSupplier,
              limits,
              others: await getDefault(),
            }),
        );
      },
    });
  },
});
