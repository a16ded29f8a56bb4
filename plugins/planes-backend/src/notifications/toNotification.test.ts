import { TestPlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import type { Occasion } from './occasions';
import { toNotification } from './toNotification';

const MINUTE = 60_000;
const certificate = {
  subject: 'CN=agents',
  issuer: 'CN=agents',
  fingerprint: 'AB:CD',
  notBefore: '2020-01-01T00:00:00Z',
  notAfter: '2026-12-01T10:00:00Z',
  isCA: true,
  selfSigned: true,
};
const lost = {
  planeUid: 'eu',
  topic: 'agent-lost',
  key: 'k',
  state: 'disconnected',
  reason: 'The cluster gateway knows no agent.',
  sinceMs: Date.parse('2026-11-21T12:00:31Z'),
} as const;
const expiring = {
  planeUid: 'eu',
  topic: 'agent-ca',
  key: 'k',
  certificate,
} as const;

function notification(
  occasion: Occasion,
  annotations = {},
  defaultOwner = 'unknown',
) {
  const plane = new TestPlaneInventory().put({
    kind: 'ClusterDataPlane',
    metadata: {
      name: 'eu',
      uid: 'eu',
      annotations: { 'openchoreo.dev/display-name': 'Europe', ...annotations },
    },
  });
  return toNotification(occasion, plane, {
    clusterScopedNamespace: 'shared',
    defaultOwner,
  });
}

describe('toNotification', () => {
  it.each<[Occasion, object]>([
    [
      lost,
      {
        title: 'Europe has lost its agent',
        description:
          'Since 2026-11-21 12:00 UTC. The cluster gateway knows no agent.',
        severity: 'critical',
        topic: 'plane-agent-lost',
        scope: 'eu/agent',
      },
    ],
    [
      { ...lost, state: 'not-authorised' },
      { title: 'The agent of Europe is not authorised any more' },
    ],
    [
      { planeUid: 'eu', topic: 'agent-back', key: 'k', lostForMs: 90 * MINUTE },
      {
        title: 'Europe is connected again',
        description: 'Its agent was lost for 90 minutes.',
        severity: 'normal',
        topic: 'plane-agent-back',
        // It takes the place of the loss.
        scope: 'eu/agent',
      },
    ],
    [
      { ...expiring, threshold: 30 },
      {
        title: 'The agent CA of Europe expires within 30 days',
        description: expect.stringMatching(
          /^"CN=agents" expires on 2026-12-01; .*spec\.clusterAgent\.clientCA/,
        ),
        severity: 'normal',
        topic: 'plane-agent-ca',
        scope: 'eu/agent-ca',
      },
    ],
    [{ ...expiring, threshold: 7 }, { severity: 'high' }],
    [
      { ...expiring, threshold: 1 },
      {
        title: 'The agent CA of Europe expires within 1 day',
        severity: 'critical',
      },
    ],
    [
      { ...expiring, threshold: 'expired' },
      {
        title: 'The agent CA of Europe has expired',
        description: expect.stringContaining('expired on 2026-12-01'),
        severity: 'critical',
      },
    ],
  ])('says %j', (occasion, payload) => {
    expect(notification(occasion).payload).toMatchObject({
      ...payload,
      link: '/catalog/shared/resource/cluster-data-plane-eu',
    });
  });

  it.each([
    [{ 'backstage.io/owner': 'team-a' }, 'group:default/team-a'],
    [{ 'backstage.io/owner': 'user:acme/jane' }, 'user:acme/jane'],
    [{}, 'group:default/platform'],
  ])('goes to the owner that %j names: %s', (annotations, entityRef) => {
    expect(notification(lost, annotations, 'platform').recipients).toEqual({
      type: 'entity',
      entityRef,
    });
  });
});
