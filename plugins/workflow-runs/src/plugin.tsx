import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiPlayLine } from '@remixicon/react';

/** The workflow-runs plugin. @public */
export const workflowRunsPlugin = createFrontendPlugin({
  pluginId: 'workflow-runs',
  title: 'Workflow runs',
  icon: <RiPlayLine />,
  info: { packageJson: () => import('../package.json') },
  extensions: [],
});
