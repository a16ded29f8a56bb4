import { AgentCA, CertificateFacts } from '../model/plane';
import { lastToExpire, trustedCertificates } from './agentCACertificates';

function certificate(notAfter: string, isCA = true): CertificateFacts {
  return {
    subject: 'CN=ca',
    issuer: 'CN=ca',
    fingerprint: 'AA',
    notBefore: '2026-01-01T00:00:00Z',
    notAfter,
    isCA,
    selfSigned: true,
  };
}

describe('the certificate that an agent CA lasts by', () => {
  it.each<[string, AgentCA, string | undefined]>([
    ['no CA', { source: 'none' }, undefined],
    [
      'a Secret, which is not read',
      { source: 'secret', secretKeyRef: { name: 'ca', key: 'ca.crt' } },
      undefined,
    ],
    [
      'text that is no certificate',
      { source: 'inline', certificates: [], problem: 'not-pem' },
      undefined,
    ],
    [
      'the last CA to expire, while one takes over from another',
      {
        source: 'inline',
        certificates: [
          certificate('2026-12-01T00:00:00Z'),
          certificate('2027-12-01T00:00:00Z'),
          certificate('2026-11-01T00:00:00Z'),
        ],
      },
      '2027-12-01T00:00:00Z',
    ],
    [
      'a CA, rather than a certificate beside it',
      {
        source: 'inline',
        certificates: [
          certificate('2030-01-01T00:00:00Z', false),
          certificate('2027-01-01T00:00:00Z'),
        ],
      },
      '2027-01-01T00:00:00Z',
    ],
    [
      'a certificate that is its own CA',
      {
        source: 'inline',
        certificates: [certificate('2028-01-01T00:00:00Z', false)],
      },
      '2028-01-01T00:00:00Z',
    ],
  ])('is that of %s', (_, agentCA, expected) => {
    expect(lastToExpire(trustedCertificates({ agentCA }))?.notAfter).toBe(
      expected,
    );
  });
});
