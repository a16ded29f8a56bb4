import { CertificateFacts, Plane } from '../model/plane';

/**
 * The certificates of a plane's inline agent CA by which the gateway verifies agents: the CAs among them, or all of them
 * where none is a CA. Empty where the resource holds none.
 *
 * @public
 */
export function trustedCertificates({
  agentCA,
}: Pick<Plane, 'agentCA'>): readonly CertificateFacts[] {
  if (agentCA.source !== 'inline') {
    return [];
  }
  const cas = agentCA.certificates.filter(({ isCA }) => isCA);
  return cas.length > 0 ? cas : agentCA.certificates;
}

/** Of several certificates the one that expires last: agents are accepted for as long as one of them holds. @public */
export function lastToExpire(
  certificates: readonly CertificateFacts[],
): CertificateFacts | undefined {
  let last: CertificateFacts | undefined;
  for (const certificate of certificates) {
    if (!last || Date.parse(certificate.notAfter) > Date.parse(last.notAfter)) {
      last = certificate;
    }
  }
  return last;
}
