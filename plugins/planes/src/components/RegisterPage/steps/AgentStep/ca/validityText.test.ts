import { caVerdict } from './caVerdict';
import { validityText } from './validityText';

const certificate = {
  notBefore: '2026-11-21T12:00:00Z',
  notAfter: '2036-11-21T12:00:00Z',
};

describe('validityText', () => {
  it.each([
    ['2026-11-21T12:00:00Z', /^until .*2036 \(10 years\)$/],
    ['2036-11-11T12:00:00Z', /^until .*2036 \(10 days\)$/],
    ['2036-11-23T12:00:00Z', /^expired on .*2036 \(2 days ago\)$/],
    ['2026-11-20T12:00:00Z', /^only from .*2026 \(in 1 day\)$/],
  ])('says at %s how long a certificate is valid', (now, text) => {
    expect(validityText(certificate, Date.parse(now))).toMatch(text);
  });
});

describe('caVerdict', () => {
  it.each([
    ['base64-encoded', 'Base64 of PEM'],
    ['private-key', 'Private key: refused'],
    ['not-pem', 'Not a certificate'],
  ] as const)('has words for %s', (problem, label) => {
    const reading = {
      certificates: [],
      unreadable: 0,
      containsPrivateKey: false,
      problem,
    };
    expect(caVerdict(reading).label).toBe(label);
  });
});
