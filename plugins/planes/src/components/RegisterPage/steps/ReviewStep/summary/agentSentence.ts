import {
  CertificateFacts,
  lastToExpire,
  RegistrationValues,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { Sentence } from './Sentence';

const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

function secretName(
  values: RegistrationValues,
  at: 'storeIn' | 'secretKeyRef',
): string {
  const namespace = values[`agentCA.${at}.namespace`] ?? values.namespace;
  const name = values[`agentCA.${at}.name`] ?? '';
  return namespace ? `${namespace}/${name}` : name;
}

function signedBy(certificates: readonly CertificateFacts[]): Sentence {
  const last = lastToExpire(certificates);
  if (!last) {
    return [' and a certificate, but the CA that signed it is not given'];
  }
  const others = certificates.length - 1;
  const until = dayFormat.format(Date.parse(last.notAfter));
  return [
    ' and a certificate signed by ',
    { name: last.subject },
    ` (valid until ${until})`,
    ...(others > 0 ? [` or ${others} more`] : []),
  ];
}

function authority(
  values: RegistrationValues,
  certificates: readonly CertificateFacts[],
): Sentence {
  if (values['agentCA.source'] === 'secret') {
    return [
      ' and a certificate signed by the CA in key ',
      { name: values['agentCA.secretKeyRef.key'] ?? '' },
      ' of Secret ',
      { name: secretName(values, 'secretKeyRef') },
      '.',
    ];
  }
  if (values['agentCA.storeIn.name'] && certificates.length > 0) {
    return [
      ...signedBy(certificates),
      ', which is stored in the new Secret ',
      { name: secretName(values, 'storeIn') },
      '.',
    ];
  }
  return [...signedBy(certificates), '.'];
}

/** With what the agent identifies itself. */
export function agentSentence(
  values: RegistrationValues,
  certificates: readonly CertificateFacts[],
): Sentence {
  return [
    'Its agent identifies itself with planeID ',
    { name: values.planeID ?? values.name ?? '' },
    ...authority(values, certificates),
  ];
}
