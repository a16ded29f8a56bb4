import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { planesPermissions } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  planeInventoryServiceRef,
  readPlanesConfig,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import {
  PlaneAuthorizer,
  planePermissionRules,
  planeResourceRef,
} from './permissions';
import { PlaneViews } from './planes/PlaneViews';
import { createRouter } from './router';

/**
 * The backend of plugin `planes`: the live state of OpenChoreo planes, over HTTP.
 *
 * @public
 */
export const planesPlugin = createBackendPlugin({
  pluginId: 'planes',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        inventory: planeInventoryServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init(deps) {
        const { httpAuth, httpRouter, inventory, permissionsRegistry } = deps;
        const config = readPlanesConfig(deps.config);
        const authorizer = new PlaneAuthorizer({
          permissions: deps.permissions,
          permissionsRegistry,
          defaultOwner: config.defaultOwner,
        });
        permissionsRegistry.addResourceType({
          resourceRef: planeResourceRef,
          permissions: planesPermissions,
          rules: Object.values(planePermissionRules),
          getResources: async uids =>
            uids.map(uid => {
              const plane = inventory.getByUid(uid);
              return plane && authorizer.resource(plane);
            }),
        });
        const views = new PlaneViews({ inventory, config });
        httpRouter.use(
          createRouter({ httpAuth, authorizer, inventory, views }),
        );
      },
    });
  },
});
