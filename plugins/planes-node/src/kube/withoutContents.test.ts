import fc from 'fast-check';
import { withoutContents } from './withoutContents';

const body = 'MIIDGzCCAgOgAwIBAgIUANYqA5K+vX+xZNnSyR9k8iyojFEwDQYJKoZIhvcNAQEL';
const pem = `-----BEGIN CERTIFICATE-----\n${body}\n${body}\n-----END CERTIFICATE-----\n`;
const key = pem.replaceAll('CERTIFICATE', 'PRIVATE KEY');
// Made up, and in two parts so that no scanner takes this file for a leak.
const token = `ghp${'_'}abcdefghijklmnopqrstuvwxyz0123456789`;
const encoded = Buffer.from(pem).toString('base64');

describe('withoutContents', () => {
  it.each([
    ['spec.planeID: Required value', 'spec.planeID: Required value'],
    [
      `spec.a: Invalid value: ${JSON.stringify(pem)}: too long`,
      'spec.a: Invalid value: "(PEM)\\n": too long',
    ],
    [
      `spec.a: Invalid value: {"value":${JSON.stringify(key)},"n":1}`,
      'spec.a: Invalid value: {"value":"(PEM)\\n","n":1}',
    ],
    [`cut off: ${JSON.stringify(pem).slice(0, 150)}`, 'cut off: "(PEM)'],
    [`data: ${encoded}`, 'data: (PEM)'],
    [`error at |${body}\n${body}|`, 'error at |…|'],
    [
      `planes "${'a'.repeat(254)}" is invalid`,
      `planes "${'a'.repeat(80)}…" is invalid`,
    ],
    [
      `value: "${'x'.repeat(79)}\\"${'y'.repeat(9)}" no`,
      `value: "${'x'.repeat(79)}…" no`,
    ],
    [
      `denied: ${JSON.stringify(`${'x'.repeat(70)} ${token}`)} is known`,
      `denied: "${'x'.repeat(70)} ••••••" is known`,
    ],
    [
      'cannot log in to https://me:pw@host/',
      'cannot log in to https://••••••@host/',
    ],
    ['denied: password=hunter2', 'denied: password=••••••'],
    [
      'exceeded quota: requested: secrets=1',
      'exceeded quota: requested: secrets=1',
    ],
  ])('shortens %j', (text, expected) => {
    expect(withoutContents(text)).toBe(expected);
  });

  it('lets no line of a PEM through, whatever is around it', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.constantFrom(pem, key, JSON.stringify(pem), encoded),
        (before, after, secret) => {
          const text = withoutContents(`${before}${secret}${after}`);
          expect(text).not.toContain(body);
          expect(text).not.toContain(encoded.slice(40, 80));
        },
      ),
    );
  });
});
