import { agentCA, leaf, otherCA, shortCA } from '../__fixtures__/certificates';
import { plane } from '../__testUtils__/planes';
import { createFleet } from '../fleet/createFleet';
import { Plane } from '../model/plane';
import { planeFindings } from './planeFindings';

const NOW = new Date('2026-11-01T00:00:00Z');

function withCA(value: string, more: object = {}, name = 'eu-west'): Plane {
  return plane({
    metadata: { name },
    spec: { clusterAgent: { clientCA: { value } }, ...more },
  });
}

describe('the dates of an agent CA', () => {
  // shortCA is valid from 2026-01-01T00:00:00Z to 2026-12-15T12:00:00Z, the others to 2056.
  it.each([
    ['2026-11-15T11:59:59Z', shortCA, []],
    ['2026-11-15T12:00:01Z', shortCA, ['warning agent-ca-expiring']],
    ['2026-12-15T12:00:00Z', shortCA, ['warning agent-ca-expiring']],
    ['2026-12-15T12:00:01Z', shortCA, ['error agent-ca-expired']],
    ['2025-12-31T23:59:59Z', shortCA, ['error agent-ca-not-yet-valid']],
    ['2026-11-20T00:00:00Z', shortCA + agentCA, []],
    ['2026-12-16T00:00:00Z', shortCA + agentCA, ['warning agent-ca-expired']],
    ['2056-06-01T00:00:00Z', agentCA + otherCA, ['error agent-ca-expired']],
    [
      '2056-06-01T00:00:00Z',
      leaf,
      ['error agent-ca-expired', 'warning agent-ca-leaf'],
    ],
  ])('at %s', (now, value, expected) => {
    const findings = planeFindings(withCA(value), new Date(now));
    expect(findings.map(f => `${f.severity} ${f.code}`)).toEqual(expected);
  });

  it('are told by day', () => {
    const at = (now: string) =>
      planeFindings(withCA(shortCA), new Date(now))[0].message;
    expect(at('2026-12-01T00:00:00Z')).toMatch(
      /"CN=short-ca" expires on 2026-12-15;/,
    );
    expect(at('2027-01-01T00:00:00Z')).toMatch(
      /"CN=short-ca" expired on 2026-12-15,/,
    );
    expect(at('2025-12-01T00:00:00Z')).toMatch(
      /"CN=short-ca" is valid only from 2026-01-01,/,
    );
  });
});

describe('planeFindings', () => {
  const planes = [
    withCA(leaf, { planeID: 'x', observabilityPlaneRef: 'gone' }, 'a'),
    ...['b', 'c', 'd', 'e', 'f'].map(name =>
      withCA(leaf, { planeID: name === 'f' ? 'y' : 'x' }, name),
    ),
  ];

  it('are of the plane alone where there is no fleet', () => {
    expect(planeFindings(planes[0], NOW)).toEqual(planes[0].findings);
  });

  it('say what the planes around it mean, the worst first', () => {
    const findings = planeFindings(planes[0], NOW, createFleet(planes));
    expect(findings.map(f => `${f.severity} ${f.code}`)).toEqual([
      'warning agent-ca-leaf',
      'warning agent-ca-shared',
      'warning observability-plane-dangling',
      'info plane-id-shared',
    ]);
    expect(findings[1].message).toMatch(
      /also that of DataPlane acme\/f \(planeID "y"\), so/,
    );
    expect(findings[2].message).toBe(
      'DataPlane acme/a refers to ObservabilityPlane acme/gone, which does not exist.',
    );
    expect(findings[3].message).toMatch(
      /also that of DataPlane acme\/b, DataPlane acme\/c, DataPlane acme\/d and 1 more:/,
    );
  });

  it('does not tell twice of a reference of an impossible kind', () => {
    const subject = plane({
      kind: 'ClusterDataPlane',
      spec: {
        planeID: 'x',
        clusterAgent: { clientCA: { value: agentCA } },
        observabilityPlaneRef: { kind: 'ObservabilityPlane', name: 'o' },
      },
    });
    const findings = planeFindings(subject, NOW, createFleet([subject]));
    expect(findings.map(({ code }) => code)).toEqual([
      'observability-plane-kind-invalid',
    ]);
  });

  it('are sentences', () => {
    const odd = [
      ...planes,
      plane({ spec: undefined }),
      plane({
        kind: 'ClusterDataPlane',
        spec: {
          clusterAgent: { clientCA: { secretRef: { name: 's', key: 'k' } } },
        },
      }),
      plane({
        kind: 'ObservabilityPlane',
        spec: {
          observerURL: 'x',
          clusterAgent: {
            clientCA: { secretRef: { name: 's', key: 'k' }, value: 'x' },
          },
        },
      }),
      plane({
        kind: 'BuildPlane',
        spec: {
          kubernetesCluster: { credentials: { clientKey: 'x' } },
          planeID: 'X',
        },
      }),
      plane({ kind: 'BuildPlane', spec: { kubernetesCluster: {} } }),
      withCA(shortCA),
      withCA(btoa(agentCA)),
      withCA('-----BEGIN PRIVATE KEY-----'),
    ];
    const findings = [
      NOW,
      new Date('2026-12-01'),
      new Date('2060-01-01'),
      new Date('2020-01-01'),
    ].flatMap(now => odd.flatMap(p => planeFindings(p, now, createFleet(odd))));
    expect(new Set(findings.map(({ code }) => code)).size).toBeGreaterThan(15);
    for (const { message, remedy, field } of findings) {
      expect(message).toMatch(/^[A-Za-z].*\.$/);
      expect(message).not.toMatch(/undefined|null|\[object/);
      expect(remedy).toMatch(/^[A-Z].*\.$/);
      expect(field).toMatch(/^spec/);
    }
  });
});
