import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import catalogModulePlanes from '@openchoreo-planes/backstage-plugin-catalog-backend-module-planes';

/** Starts a real catalog on SQLite that reads a control plane, and gives its address. */
export async function startCatalog(kubeconfigFile: string) {
  const backend = await startTestBackend({
    features: [
      import('@backstage/plugin-catalog-backend'),
      catalogModulePlanes,
      mockServices.rootLogger.factory({ level: 'error' }),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          // As in the example portal: the catalog's own default of 1 s is half of what a person waits for.
          catalog: {
            stitchingStrategy: { pollingInterval: { milliseconds: 200 } },
          },
          openchoreo: {
            controlPlanes: [
              { name: 'default', kubeconfig: { file: kubeconfigFile } },
            ],
          },
        },
      }),
    ],
  });
  return {
    url: `http://127.0.0.1:${backend.server.port()}/api/catalog`,
    stop: () => backend.stop(),
  };
}
