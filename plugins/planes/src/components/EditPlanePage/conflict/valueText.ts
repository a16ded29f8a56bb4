import {
  readCertificates,
  RegistrationField,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { countOf } from '@openchoreo-planes/backstage-plugin-planes-react';

function certificateText(pem: string): string {
  const [lead, ...others] = readCertificates(pem).certificates;
  if (!lead) {
    return 'Text that is no certificate';
  }
  const more = others.length > 0 ? `, and ${others.length} more` : '';
  return `${lead.subject}, SHA-256 ${lead.fingerprint}${more}`;
}

/** A value as it is compared with another; of certificates what tells them apart. */
export function valueText(
  field: RegistrationField,
  value: string | undefined,
): string {
  if (!value) {
    return 'Not given';
  }
  switch (field) {
    case 'agentCA.value':
      return certificateText(value);
    case 'agentCA.source':
      return value === 'secret' ? 'A Secret' : 'In the resource';
    case 'imagePullSecretRefs':
      return `${countOf(value.split(',').length, 'name')}: ${value}`;
    default:
      return value;
  }
}
