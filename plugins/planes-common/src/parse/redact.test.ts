import { redact } from './redact';

const jwt =
  'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzeXN0ZW06c2VydmljZWFjY291bnQifQ.c2lnbmF0dXJl';
const key =
  '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIBkg4LVWM9nuwNSk3yByxZpYRTBnVJk5GkMtNSkjtfDgoAoGCCqGSM49\n-----END EC PRIVATE KEY-----';

describe('redact', () => {
  it.each([
    ['a JSON Web Token', `use ${jwt} now`, 'use [removed] now'],
    [
      'a token in a URL',
      `https://x.example/?t=${jwt}`,
      'https://x.example/?[removed]',
    ],
    ['a private key', `a ${key} b`, 'a [removed] b'],
    ['a key without end', `a ${key.slice(0, 50)}`, 'a [removed]'],
    ['several keys', `a ${key}\n${key}\nb`, 'a [removed]\nb'],
    ['the body of a key', `a ${key.split('\n')[1]} b`, 'a [removed] b'],
    [
      'a password in a URL',
      'see https://me:pass@x.example/a',
      'see https://x.example/a',
    ],
    [
      'a bearer token',
      'Authorization: Bearer sha256~abcdefgh01234567',
      'Authorization: Bearer [removed]',
    ],
    ['basic credentials', `Basic ${btoa('me:pass')}`, 'Basic [removed]'],
  ])('removes %s', (_name, text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    'Basic Kubernetes installation, bearer of all workloads',
    'Deletion blocked: dataplane is still referenced by 2 environment(s)',
    'https://docs.google.com/document/d/1A2b3C4d5E6f7G8h9I0j1K2l3M4n5O6p7Q8r9S0t1U/edit',
    'registry.example/app@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    `cluster-observability-plane-${'a'.repeat(60)}`,
    'Ask ops@acme.example',
  ])('leaves %p alone', text => {
    expect(redact(text)).toBe(text);
  });

  it('stays linear on hostile input', () => {
    for (const part of [
      'eyJ',
      '://',
      'basic ',
      '-----BEGIN ',
      '-----END ',
      'aA0',
      '.',
    ]) {
      expect(redact(part.repeat(20_000)).length).toBeLessThanOrEqual(
        20_000 * part.length,
      );
    }
  });
});
