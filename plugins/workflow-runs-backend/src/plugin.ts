import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  clusterGatewaysServiceRef,
  controlPlaneObjectsServiceRef,
  controlPlaneWatcherServiceRef,
  planeInventoryServiceRef,
  requestLimitsServiceRef,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import { createRouter } from './router';
import { startRuns } from './startRuns';

/**
 * The backend of plugin `workflow-runs`: runs of workflows over HTTP, with their timelines, logs, events and control.
 *
 * @public
 */
export const workflowRunsPlugin = createBackendPlugin({
  pluginId: 'workflow-runs',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        gateways: clusterGatewaysServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        limits: requestLimitsServiceRef,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        objects: controlPlaneObjectsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        planeInventory: planeInventoryServiceRef,
        userInfo: coreServices.userInfo,
        watcher: controlPlaneWatcherServiceRef,
      },
      async init(deps) {
        const runs = startRuns(deps);
        deps.httpRouter.use(createRouter({ ...deps, ...runs }));
      },
    });
  },
});
