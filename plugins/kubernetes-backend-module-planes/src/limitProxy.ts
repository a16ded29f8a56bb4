import type {
  HttpAuthService,
  HttpRouterService,
} from '@backstage/backend-plugin-api';
import {
  type PlaneInventory,
  type RequestLimits,
  tellRetryAfter,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import { planeClusterName } from './planeCluster';

const CLUSTER_HEADER = 'backstage-kubernetes-cluster';

/** What {@link limitProxy} needs. */
export interface LimitProxyOptions {
  readonly clusterScopedNamespace: string;
  readonly httpAuth: HttpAuthService;
  readonly inventory: PlaneInventory;
  readonly limits: RequestLimits;
}

/**
 * Counts what users send to planes through the proxy of the Kubernetes plugin.
 *
 * @returns what the plugin's router is to use before the plugin's own routes
 */
export function limitProxy(
  options: LimitProxyOptions,
): Parameters<HttpRouterService['use']>[0] {
  const { clusterScopedNamespace, httpAuth, inventory, limits } = options;
  const isPlane = (name: string) =>
    inventory
      .snapshot()
      .planes.some(
        plane => planeClusterName(plane, clusterScopedNamespace) === name,
      );
  return (req, res, next) => {
    const name = req.get(CLUSTER_HEADER);
    if (!/^\/proxy\b/.test(req.path) || name === undefined || !isPlane(name)) {
      next();
      return;
    }
    httpAuth
      .credentials(req, { allow: ['user', 'service'] })
      .then(credentials => limits.take(credentials, 'reads'))
      .then(
        () => next(),
        error => tellRetryAfter(error, req, res, next),
      );
  };
}
