import { certificateValidity } from './certificateValidity';

const certificate = {
  notBefore: '2026-01-01T00:00:00Z',
  notAfter: '2027-01-01T00:00:00Z',
};

describe('certificateValidity', () => {
  it.each([
    ['2025-12-31T23:59:59Z', 'Valid from', certificate.notBefore, 'error'],
    ['2026-01-01T00:00:00Z', 'Expires', certificate.notAfter, undefined],
    ['2026-12-01T00:00:00Z', 'Expires', certificate.notAfter, undefined],
    ['2026-12-03T00:00:00Z', 'Expires', certificate.notAfter, 'warning'],
    ['2027-01-01T00:00:00Z', 'Expired', certificate.notAfter, 'error'],
  ])('at %s says "%s"', (now, verb, time, tone) => {
    expect(certificateValidity(certificate, Date.parse(now))).toEqual({
      verb,
      time,
      tone,
    });
  });
});
