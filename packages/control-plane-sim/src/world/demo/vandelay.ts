import { DAY, MINUTE } from '../durations';
import { PlaneSeed } from '../PlaneSeed';
import { gateway, observedByCluster } from './specFields';

const namespace = 'vandelay';

/** An importer and exporter, observed by the central observability plane. */
export const VANDELAY_PLANES: readonly PlaneSeed[] = [
  {
    kind: 'DataPlane',
    namespace,
    name: 'rotterdam',
    title: 'Rotterdam port',
    description: 'Container tracking, in the cluster of Acme’s warehouse',
    owner: 'group:default/edge-team',
    planeID: 'rotterdam',
    spec: {
      gateway: gateway('rtm.vandelay.example'),
      observabilityPlaneRef: observedByCluster('default'),
    },
    age: 71 * DAY,
    life: { state: 'connected', agents: 2, connectedFor: 15 * DAY },
  },
  {
    kind: 'DataPlane',
    namespace,
    name: 'singapore',
    title: 'Singapore port',
    description: 'Container tracking for the Asian routes',
    owner: 'group:default/edge-team',
    planeID: 'sin-1',
    agentCa: 'expired',
    spec: { gateway: gateway('sin.vandelay.example') },
    age: 368 * DAY,
    life: { state: 'connected', agents: 1, connectedFor: 29 * DAY },
  },
  {
    kind: 'DataPlane',
    namespace,
    name: 'santos',
    title: 'Santos port',
    description: 'Being torn down; the storage of the yard cameras goes last',
    owner: 'group:default/edge-team',
    planeID: 'ssz-1',
    age: 266 * DAY,
    life: {
      state: 'disconnected',
      lostAgo: 1 * DAY,
      connectedForBefore: 103 * DAY,
    },
    deletion: 'held',
  },
  {
    kind: 'WorkflowPlane',
    namespace,
    name: 'customs-batch',
    title: 'Customs declarations',
    description: 'Files declarations with 14 customs offices every hour',
    owner: 'group:default/build-team',
    planeID: 'vandelay-customs',
    spec: { observabilityPlaneRef: observedByCluster('default') },
    age: 112 * DAY,
    life: { state: 'connected', agents: 2, connectedFor: 18 * DAY },
  },
  {
    kind: 'WorkflowPlane',
    namespace,
    name: 'default',
    title: 'Vandelay workflows',
    description:
      'In the cluster of the customs batches, registered a moment ago with the CA of another one',
    owner: 'group:default/build-team',
    planeID: 'vandelay-customs',
    agentCa: 'unrelated',
    age: 25 * MINUTE,
    life: { state: 'never-connected' },
  },
];
