import type { TestResource } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import {
  parseRun,
  type Run,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/** What a test says of a run; everything else is as usual. */
export interface RunOptions {
  kind?: string;
  name?: string;
  namespace?: string;
  uid?: string;
  createdAt?: string;
  project?: string;
  component?: string;
  annotations?: Record<string, string>;
  spec?: object;
  status?: object;
}

/** The manifest of a run: of ClusterWorkflow `docker` in namespace `acme`, and not begun. */
export function runManifest({
  kind = 'WorkflowRun',
  name = 'run-1',
  namespace = 'acme',
  uid = `${name}-uid`,
  createdAt = '2026-11-21T10:00:00Z',
  project,
  component,
  annotations,
  spec = { workflow: { kind: 'ClusterWorkflow', name: 'docker' } },
  status,
}: RunOptions = {}): TestResource {
  return {
    kind,
    metadata: {
      name,
      namespace,
      uid,
      creationTimestamp: createdAt,
      labels: {
        ...(project !== undefined && { 'openchoreo.dev/project': project }),
        ...(component !== undefined && {
          'openchoreo.dev/component': component,
        }),
      },
      ...(annotations && { annotations }),
    },
    spec,
    ...(status && { status }),
  };
}

/** The same as the inventory has it. */
export function run(options: RunOptions = {}): Run {
  const { metadata, ...rest } = runManifest(options);
  const result = parseRun(
    {
      apiVersion: 'openchoreo.dev/v1alpha1',
      ...rest,
      metadata: { resourceVersion: '1', ...metadata },
    },
    { controlPlane: 'default' },
  );
  if (!result.ok) {
    throw new Error(JSON.stringify(result.error));
  }
  return result.run;
}
