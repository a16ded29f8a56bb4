import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createRegisterPlaneAction } from './createRegisterPlaneAction';
import { RegistrationsClient } from './RegistrationsClient';

/**
 * Adds the action `openchoreo:plane:register` to the scaffolder.
 *
 * @public
 */
export const scaffolderModulePlanes = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'planes',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        scaffolder: scaffolderActionsExtensionPoint,
      },
      async init({ auth, discovery, scaffolder }) {
        const client = new RegistrationsClient({ auth, discovery });
        scaffolder.addActions(createRegisterPlaneAction({ client }));
      },
    });
  },
});
