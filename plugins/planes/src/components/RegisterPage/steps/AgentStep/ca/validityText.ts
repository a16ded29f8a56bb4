import { CertificateFacts } from '@openchoreo-planes/backstage-plugin-planes-common';
import { formatRelativeTime } from '@openchoreo-planes/backstage-plugin-planes-react';
import { validFor } from '../../../checks/agentCAFacts';
import { certificateValidity } from '../../../../AgentCACard/certificateValidity';

const dayFormat = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/** Until when a certificate is valid, in words: `until 21 Nov 2036 (10 years)`. */
export function validityText(
  certificate: Pick<CertificateFacts, 'notBefore' | 'notAfter'>,
  nowMs: number,
): string {
  const { verb, time } = certificateValidity(certificate, nowMs);
  const timeMs = Date.parse(time);
  const day = dayFormat.format(timeMs);
  switch (verb) {
    case 'Expires':
      return `until ${day} (${validFor(timeMs - nowMs)})`;
    case 'Expired':
      return `expired on ${day} (${formatRelativeTime(timeMs, nowMs)})`;
    default:
      return `only from ${day} (${formatRelativeTime(timeMs, nowMs)})`;
  }
}
