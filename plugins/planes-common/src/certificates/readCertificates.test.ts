import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import {
  agentCA,
  intermediateCA,
  leaf,
  otherCA,
  richName,
  selfSignedLeaf,
  shortCA,
} from '../__fixtures__/certificates';
import { readCertificates } from './readCertificates';

const { privateKey } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const keyBody = privateKey.split('\n')[1];

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function pemOf(der: Buffer): string {
  const body = der.toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`.repeat(
    16,
  );
}

function cutShort(pem: string): string {
  const lines = pem.trim().split('\n');
  lines.splice(3, 2);
  return lines.join('\n');
}

const readable: [name: string, text: string, subjects: string[]][] = [
  ['one certificate', agentCA, ['CN=agent-ca-1']],
  ['no final line break', agentCA.trimEnd(), ['CN=agent-ca-1']],
  ['CRLF', agentCA.replaceAll('\n', '\r\n'), ['CN=agent-ca-1']],
  ['text before', `subject=agent-ca\nPEM:\n${agentCA}`, ['CN=agent-ca-1']],
  ['two', agentCA + otherCA, ['CN=agent-ca-1', 'CN=agent-ca-2']],
  ['leaf before its CA', leaf + agentCA, ['CN=agent-ca-1', 'CN=agent.eu-west']],
  [
    'white space in the body',
    agentCA.replaceAll('M', 'M \t'),
    ['CN=agent-ca-1'],
  ],
  [
    'spaces after BEGIN',
    agentCA.replace('CATE-----', 'CATE----- '),
    ['CN=agent-ca-1'],
  ],
];

const unreadable: [
  name: string,
  text: string,
  problem: string,
  detail: RegExp,
][] = [
  ['empty', '', 'not-pem', /empty/],
  ['white space', ' \n ', 'not-pem', /empty/],
  ['words', 'the CA of the agent', 'not-pem', /no line BEGIN/],
  ['base64 of PEM', base64(agentCA), 'base64-encoded', /once more/],
  [
    'wrapped base64 of PEM',
    base64(agentCA).replace(/.{76}/g, '$&\n'),
    'base64-encoded',
    /once more/,
  ],
  ['base64 of words', base64('no certificate'), 'not-pem', /no line BEGIN/],
  [
    'DER as base64',
    agentCA.replace(/-----.*-----/g, ''),
    'not-pem',
    /without the lines/,
  ],
  ['lost line breaks', agentCA.replaceAll('\n', ' '), 'not-pem', /line breaks/],
  [
    'escaped line breaks',
    agentCA.replaceAll('\n', '\\n'),
    'not-pem',
    /line breaks/,
  ],
  ['no END', agentCA.slice(0, 300), 'not-pem', /END CERTIFICATE is missing/],
  [
    'indented',
    agentCA.replace('-----BEGIN', '  -----BEGIN'),
    'not-pem',
    /start of a line/,
  ],
  ['truncated DER', cutShort(agentCA), 'not-pem', /damaged/],
  ['broken base64', agentCA.replace('MIIB', 'M*IB'), 'not-pem', /damaged/],
  [
    'headers in the block',
    agentCA.replace('-\nM', '-\nDEK: none\n\nM'),
    'not-pem',
    /damaged/,
  ],
  ['empty block', agentCA.replace(/-\n[^-]*\n-/, '-\n-'), 'not-pem', /damaged/],
  [
    'certificate request',
    agentCA.replaceAll('CERTIFICATE', 'CERTIFICATE REQUEST'),
    'not-pem',
    /request/,
  ],
  [
    'public key',
    agentCA.replaceAll('CERTIFICATE', 'PUBLIC KEY'),
    'not-pem',
    /public key/,
  ],
  [
    'OpenSSL trusted form',
    agentCA.replaceAll('CERTIFICATE', 'TRUSTED CERTIFICATE'),
    'not-pem',
    /TRUSTED/,
  ],
  ['private key', privateKey, 'private-key', /private key/],
  [
    'old private key',
    privateKey.replaceAll('PRIVATE', 'EC PRIVATE'),
    'private-key',
    /private key/,
  ],
  [
    'private key without line breaks',
    privateKey.replaceAll('\n', ''),
    'private-key',
    /private key/,
  ],
  ['base64 of a private key', base64(privateKey), 'private-key', /private key/],
];

describe('readCertificates', () => {
  it.each(readable)('reads %s', (_name, text, subjects) => {
    expect(readCertificates(text)).toMatchObject({
      certificates: subjects.map(subject => ({ subject })),
      unreadable: 0,
      containsPrivateKey: false,
    });
    expect(readCertificates(text).problem).toBeUndefined();
  });

  it.each(
    Object.entries({ agentCA, intermediateCA, leaf, selfSignedLeaf, shortCA }),
  )('agrees with OpenSSL about %s', (_name, pem) => {
    const expected = new X509Certificate(pem);
    expect(readCertificates(pem).certificates).toEqual([
      {
        subject: expected.subject.split('\n').reverse().join(','),
        issuer: expected.issuer.split('\n').reverse().join(','),
        fingerprint: expected.fingerprint256,
        notBefore: new Date(expected.validFrom)
          .toISOString()
          .replace('.000', ''),
        notAfter: new Date(expected.validTo).toISOString().replace('.000', ''),
        isCA: expected.ca,
        selfSigned: expected.subject === expected.issuer,
      },
    ]);
  });

  it('writes names as RFC 4514 does', () => {
    expect(readCertificates(richName).certificates[0].subject).toBe(
      'emailAddress=ops@acme.example,CN=ca,OU=b,OU=a,O=Büro\\, Söhne \\+ Co,C=DE',
    );
  });

  it.each(unreadable)('explains %s', (_name, text, problem, detail) => {
    const reading = readCertificates(text);
    expect(reading).toMatchObject({
      certificates: [],
      problem,
      containsPrivateKey: problem === 'private-key',
    });
    expect(reading.detail).toMatch(detail);
    expect(JSON.stringify(reading)).not.toContain(keyBody);
  });

  it('reads what it can of a bundle', () => {
    const bundle = `${otherCA}${cutShort(agentCA)}\n${privateKey}`;
    expect(readCertificates(bundle)).toMatchObject({
      certificates: [{ subject: 'CN=agent-ca-2' }],
      unreadable: 1,
      containsPrivateKey: true,
    });
    expect(JSON.stringify(readCertificates(bundle))).not.toContain(keyBody);
  });

  it('stays linear on hostile input', () => {
    const lines = 40_000;
    const texts = [
      '-----BEGIN CERTIFICATE-----\n'.repeat(lines),
      '-----BEGIN A-----\n-----END B-----\n'.repeat(lines),
      `-----BEGIN CERTIFICATE-----\n${'A'.repeat(
        1_000_000,
      )}\n-----END CERTIFICATE-----`,
      agentCA.repeat(1000),
      pemOf(Buffer.alloc(12_000, '3080', 'hex')),
      pemOf(Buffer.alloc(12_000, '30', 'hex')),
      pemOf(Buffer.alloc(12_000, '0500', 'hex')),
    ];
    for (const text of texts) {
      expect(readCertificates(text).certificates.length).toBeLessThanOrEqual(
        16,
      );
    }
  });

  it('remembers a text', () => {
    const copy = `${agentCA}# once`;
    expect(readCertificates(copy)).toBe(readCertificates(copy));
  });

  it('does not remember a text with a private key', () => {
    for (const text of [privateKey, agentCA + privateKey]) {
      expect(readCertificates(text)).not.toBe(readCertificates(text));
      expect(readCertificates(text)).toEqual(readCertificates(text));
    }
  });
});
