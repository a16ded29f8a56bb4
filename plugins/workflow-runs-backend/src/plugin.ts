import { createBackendPlugin } from '@backstage/backend-plugin-api';

/** The backend of plugin `workflow-runs`. @public */
export const workflowRunsPlugin = createBackendPlugin({
  pluginId: 'workflow-runs',
  register(env) {
    env.registerInit({ deps: {}, async init() {} });
  },
});
