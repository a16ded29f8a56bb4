import { CertificateFacts } from '@openchoreo-planes/backstage-plugin-planes-common';
import { StatusTone } from '@openchoreo-planes/backstage-plugin-planes-react';

const EXPIRES_SOON_MS = 30 * 24 * 60 * 60 * 1000;

/** Where a certificate is in its life. */
export interface CertificateValidity {
  /** What reads before the time. */
  verb: 'Valid from' | 'Expired' | 'Expires';
  /** ISO 8601. */
  time: string;
  /** Undefined while there is nothing to worry about. */
  tone?: StatusTone;
}

/** Tells where a certificate is in its life at a moment, in milliseconds since the epoch. */
export function certificateValidity(
  certificate: Pick<CertificateFacts, 'notBefore' | 'notAfter'>,
  nowMs: number,
): CertificateValidity {
  const { notBefore, notAfter } = certificate;
  if (nowMs < Date.parse(notBefore)) {
    return { verb: 'Valid from', time: notBefore, tone: 'error' };
  }
  const leftMs = Date.parse(notAfter) - nowMs;
  if (leftMs <= 0) {
    return { verb: 'Expired', time: notAfter, tone: 'error' };
  }
  const tone = leftMs < EXPIRES_SOON_MS ? 'warning' : undefined;
  return { verb: 'Expires', time: notAfter, tone };
}
