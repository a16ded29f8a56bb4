import { TestPlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import { eu } from '../__testUtils__/manifests';
import { PlaneLinks } from './PlaneLinks';
import { summarizePlane } from './summarizePlane';

const plane = new TestPlaneInventory().put(eu);

function summaryOn(day: string) {
  const certificate = {
    subject: 'CN=ca',
    issuer: 'CN=ca',
    fingerprint: 'AA',
    notBefore: '2026-01-01T00:00:00Z',
    notAfter: '2026-12-31T00:00:00Z',
    isCA: true,
    selfSigned: true,
  };
  return summarizePlane(
    { ...plane, agentCA: { source: 'inline', certificates: [certificate] } },
    {
      liveness: undefined,
      source: 'live',
      now: new Date(day),
      staleAfterMs: 300_000,
      links: new PlaneLinks({ clusterScopedNamespace: 'default' }),
      owner: 'unknown',
      findings: () => ({ errors: 0, warnings: 0 }),
    },
  );
}

describe('summarizePlane', () => {
  it.each([
    ['2026-11-30', undefined],
    ['2026-12-02', '2026-12-31T00:00:00Z'],
    ['2027-01-01', '2026-12-31T00:00:00Z'],
  ])('on %s says that the agent CA expires at %s', (day, expected) => {
    expect(summaryOn(day).agentCAExpires).toBe(expected);
  });
});
