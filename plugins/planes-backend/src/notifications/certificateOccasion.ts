import {
  type CertificateFacts,
  lastToExpire,
  type Plane,
  trustedCertificates,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { ExpiryThreshold, Occasion } from './occasions';

const DAY_MS = 24 * 60 * 60_000;
/** The nearest first: only that one is told. */
const THRESHOLDS = [1, 7, 30] as const;

/** What a plane's owner is to be told about its agent CA; undefined where it holds for longer, or is not known. */
export function certificateOccasion(
  plane: Plane,
  now: Date,
): Occasion | undefined {
  const certificate = lastToExpire(trustedCertificates(plane));
  const threshold = certificate && expiryThreshold(certificate, now);
  if (!certificate || !threshold) {
    return undefined;
  }
  return {
    planeUid: plane.uid,
    topic: 'agent-ca',
    key: `${certificate.fingerprint}/${threshold}`,
    threshold,
    certificate,
  };
}

function expiryThreshold(
  { notAfter }: CertificateFacts,
  now: Date,
): ExpiryThreshold | undefined {
  const leftMs = Date.parse(notAfter) - now.getTime();
  return leftMs <= 0
    ? 'expired'
    : THRESHOLDS.find(days => leftMs <= days * DAY_MS);
}
