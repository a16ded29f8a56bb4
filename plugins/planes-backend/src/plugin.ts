import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  clusterGatewaysServiceRef,
  controlPlaneReaderServiceRef,
  planeInventoryServiceRef,
  planeResourcesServiceRef,
  requestLimitsServiceRef,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import { registerConnectionTestAction } from './actions';
import { createRouter } from './router';
import { startPlanes } from './startPlanes';

/**
 * The backend of plugin `planes`: the live state of OpenChoreo planes and their history over HTTP, connection tests,
 * registration, signals to browsers and notifications to owners.
 *
 * @public
 */
export const planesPlugin = createBackendPlugin({
  pluginId: 'planes',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        database: coreServices.database,
        gateways: clusterGatewaysServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        inventory: planeInventoryServiceRef,
        lifecycle: coreServices.lifecycle,
        limits: requestLimitsServiceRef,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        reader: controlPlaneReaderServiceRef,
        resources: planeResourcesServiceRef,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const planes = await startPlanes(deps);
        registerConnectionTestAction({ ...deps, ...planes });
        deps.httpRouter.use(createRouter({ ...deps, ...planes }));
      },
    });
  },
});
