import { block, line, LogScript, parameter, repeat } from '../LogScript';

const REPLICAS = 3;

/** Manifests are applied, and a rollout is awaited. */
export const deploy: LogScript = context => {
  const { exitCode } = context;
  const name = parameter(
    context,
    ['component', 'component-name', 'service'],
    'storefront',
  );
  const reached = exitCode === 0 ? REPLICAS : 1;
  return [
    ...block(
      `configmap/${name}-config unchanged`,
      `service/${name} unchanged`,
      `deployment.apps/${name} configured`,
    ),
    ...repeat(reached, index =>
      line(
        `Waiting for deployment "${name}" rollout to finish: ${index} out of ${REPLICAS} new replicas have been updated...`,
        3,
      ),
    ),
    line(
      exitCode === 0
        ? `deployment "${name}" successfully rolled out`
        : `error: deployment "${name}" exceeded its progress deadline`,
      exitCode === 0 ? 1 : 8,
    ),
  ];
};
