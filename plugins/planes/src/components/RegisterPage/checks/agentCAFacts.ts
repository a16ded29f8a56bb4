import {
  lastToExpire,
  readCertificates,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { countOf } from '@openchoreo-planes/backstage-plugin-planes-react';

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS_PER_YEAR = 365.25;

/** A span of time as certificates are told: years, or days where it is less than two. */
export function validFor(ms: number): string {
  const days = Math.floor(ms / DAY_MS);
  const years = Math.round(days / DAYS_PER_YEAR);
  return years >= 2 ? countOf(years, 'year') : countOf(days, 'day');
}

/** What a PEM text holds that is right, in a sentence. */
export function agentCAFacts(pem: string, nowMs: number): string {
  const { certificates } = readCertificates(pem);
  const cas = certificates.filter(({ isCA }) => isCA);
  const last = lastToExpire(cas);
  if (!last) {
    return 'CA holds a certificate';
  }
  const span = validFor(Date.parse(last.notAfter) - nowMs);
  return cas.length === 1
    ? `CA is a CA certificate, valid for ${span}`
    : `CA holds ${cas.length} CA certificates, valid for ${span}`;
}
