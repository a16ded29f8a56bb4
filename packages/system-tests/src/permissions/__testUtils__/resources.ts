import type {
  TestManifest,
  TestResource,
} from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';

/** The namespace that conditions admit, and one that they do not. */
export const OURS = 'acme';
export const THEIRS = 'globex';

/** The uid of the plane, and of the run, of a namespace. */
export function uidIn(namespace: string): string {
  return `${namespace}-uid`;
}

/** A plane in each namespace. Whatever tells of it names its namespace. */
export const PLANES: readonly TestManifest[] = [OURS, THEIRS].map(
  namespace => ({
    kind: 'DataPlane',
    metadata: {
      name: `${namespace}-plane`,
      namespace,
      uid: uidIn(namespace),
    },
    spec: {
      planeID: `${namespace}-plane`,
      clusterAgent: { clientCA: {} },
      secretStoreRef: { name: `${namespace}-store` },
    },
  }),
);

/** A run in each namespace. */
export const RUNS: readonly TestResource[] = [OURS, THEIRS].map(namespace => ({
  kind: 'WorkflowRun',
  metadata: { name: `${namespace}-run`, namespace, uid: uidIn(namespace) },
  spec: { workflow: { kind: 'ClusterWorkflow', name: 'docker' } },
}));

/** What a person says of a new plane in a namespace. */
export function registrationIn(namespace: string): object {
  return {
    controlPlane: 'default',
    kind: 'DataPlane',
    namespace,
    name: 'new',
    planeID: 'new',
    agentCA: { source: 'inline', value: 'PEM' },
  };
}
