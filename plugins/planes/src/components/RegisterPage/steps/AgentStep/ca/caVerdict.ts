import { CertificateReading } from '@openchoreo-planes/backstage-plugin-planes-common';
import { StatusTone } from '@openchoreo-planes/backstage-plugin-planes-react';

/** What a text is, in a few words. */
export interface CAVerdict {
  tone: Extract<StatusTone, 'ok' | 'warning' | 'error'>;
  label: string;
}

/** Tells what a text for the agent CA is. */
export function caVerdict(reading: CertificateReading): CAVerdict {
  const [lead] = reading.certificates;
  if (lead) {
    return lead.isCA
      ? { tone: 'ok', label: 'A CA certificate' }
      : { tone: 'warning', label: 'A leaf certificate, not a CA' };
  }
  switch (reading.problem) {
    case 'base64-encoded':
      return { tone: 'warning', label: 'Base64 of PEM' };
    case 'private-key':
      return { tone: 'error', label: 'Private key: refused' };
    default:
      return { tone: 'error', label: 'Not a certificate' };
  }
}
