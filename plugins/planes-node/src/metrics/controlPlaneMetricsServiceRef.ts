import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { metrics } from '@opentelemetry/api';
import { ControlPlaneMetrics } from './ControlPlaneMetrics';

/**
 * One set of instruments for all that plugins of a backend process share.
 *
 * @remarks
 * Backstage's metrics service belongs to one plugin, and what is shared belongs to none. So the meter is taken from
 * OpenTelemetry, as that service does it: with the name and the configuration that it has for plugin `planes`.
 */
export const controlPlaneMetricsServiceRef =
  createServiceRef<ControlPlaneMetrics>({
    id: 'openchoreo.control-plane-metrics',
    scope: 'root',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: { config: coreServices.rootConfig },
        factory({ config }) {
          const meter = config.getOptionalConfig(
            'backend.metrics.plugin.planes.meter',
          );
          return ControlPlaneMetrics.create(
            metrics.getMeter(
              meter?.getOptionalString('name') ?? 'backstage-plugin-planes',
              meter?.getOptionalString('version'),
              { schemaUrl: meter?.getOptionalString('schemaUrl') },
            ),
          );
        },
      }),
  });
