import {
  type CertificateFacts,
  parsePlane,
  type Plane,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { certificateOccasion } from './certificateOccasion';

const NOW = new Date('2026-11-21T12:00:00Z');

function ca(
  notAfter: string,
  more: Partial<CertificateFacts> = {},
): CertificateFacts {
  return {
    subject: 'CN=agents',
    issuer: 'CN=root',
    fingerprint: notAfter,
    notBefore: '2020-01-01T00:00:00Z',
    notAfter,
    isCA: true,
    selfSigned: false,
    ...more,
  };
}

function planeWith(agentCA: Plane['agentCA']): Plane {
  const parsed = parsePlane(
    {
      apiVersion: 'openchoreo.dev/v1alpha1',
      kind: 'DataPlane',
      metadata: { name: 'eu', namespace: 'acme', uid: 'eu' },
    },
    { controlPlane: 'default' },
  );
  if (!parsed.ok) {
    throw new Error(parsed.error.reason);
  }
  return { ...parsed.plane, agentCA };
}

const inline = (...certificates: CertificateFacts[]) =>
  planeWith({ source: 'inline', certificates });

describe('certificateOccasion', () => {
  it.each([
    ['2026-12-21T12:00:01Z', undefined],
    ['2026-12-21T12:00:00Z', 30],
    ['2026-11-28T12:00:01Z', 30],
    ['2026-11-28T12:00:00Z', 7],
    ['2026-11-22T12:00:01Z', 7],
    ['2026-11-22T12:00:00Z', 1],
    ['2026-11-21T12:00:01Z', 1],
    ['2026-11-21T12:00:00Z', 'expired'],
    ['2020-11-21T12:00:00Z', 'expired'],
  ])(
    'tells only the nearest threshold of what ends at %s: %s',
    (end, threshold) => {
      const occasion = certificateOccasion(inline(ca(end)), NOW);
      expect(occasion).toEqual(
        threshold === undefined
          ? undefined
          : {
              planeUid: 'eu',
              topic: 'agent-ca',
              key: `${end}/${threshold}`,
              threshold,
              certificate: ca(end),
            },
      );
    },
  );

  it.each<[string, Plane, string | undefined]>([
    [
      'that a later one relieves',
      inline(ca('2026-11-22T00:00:00Z'), ca('2030-01-01T00:00:00Z')),
      undefined,
    ],
    [
      'beside a certificate that is no CA',
      inline(
        ca('2026-11-24T00:00:00Z'),
        ca('2030-01-01T00:00:00Z', { isCA: false }),
      ),
      '2026-11-24T00:00:00Z/7',
    ],
    [
      'that is a leaf, which works as well',
      inline(ca('2026-11-24T00:00:00Z', { isCA: false })),
      '2026-11-24T00:00:00Z/7',
    ],
    [
      'in a Secret that is not read',
      planeWith({ source: 'secret', secretKeyRef: { name: 'ca', key: 'pem' } }),
      undefined,
    ],
    [
      'that cannot be read',
      planeWith({ source: 'inline', certificates: [], problem: 'not-pem' }),
      undefined,
    ],
    ['that is not there', planeWith({ source: 'none' }), undefined],
  ])('knows a CA %s', (_, plane, key) => {
    expect(certificateOccasion(plane, NOW)?.key).toBe(key);
  });
});
