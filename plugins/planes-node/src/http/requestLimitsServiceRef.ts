import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { readRateLimitConfig } from '../config/readRateLimitConfig';
import { controlPlaneMetricsServiceRef } from '../metrics';
import { DefaultRequestLimits } from './DefaultRequestLimits';
import type { RequestLimits } from './RequestLimits';

/**
 * The limits of requests to planes, which all plugins of a backend process count together.
 *
 * @remarks
 * Configured by `openchoreo.planes.rateLimit`. Each replica of a backend counts for itself.
 *
 * @public
 */
export const requestLimitsServiceRef = createServiceRef<RequestLimits>({
  id: 'openchoreo.request-limits',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        config: coreServices.rootConfig,
        metrics: controlPlaneMetricsServiceRef,
      },
      factory: ({ config, metrics }) =>
        new DefaultRequestLimits({
          config: readRateLimitConfig(config),
          onLimited: kind => metrics.requestLimited(kind),
        }),
    }),
});
