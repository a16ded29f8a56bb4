import { sha256 } from '@noble/hashes/sha2';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  BasicConstraints,
  Certificate,
  id_ce_basicConstraints,
} from '@peculiar/asn1-x509';
import { CertificateFacts } from '../model/plane';
import { formatTime } from '../parse/time';
import { formatDistinguishedName } from './distinguishedName';

function fingerprint(der: Uint8Array): string {
  return Array.from(sha256(der), byte => byte.toString(16).padStart(2, '0'))
    .join(':')
    .toUpperCase();
}

function isCA(certificate: Certificate): boolean {
  const extension = certificate.tbsCertificate.extensions?.find(
    ({ extnID }) => extnID === id_ce_basicConstraints,
  );
  return (
    extension !== undefined &&
    AsnConvert.parse(extension.extnValue, BasicConstraints).cA
  );
}

/**
 * Reads a certificate in DER form.
 *
 * @throws where it is none; what the error says may quote the input
 */
export function certificateFacts(der: Uint8Array): CertificateFacts {
  const certificate = AsnConvert.parse(der, Certificate);
  const { subject, issuer, validity } = certificate.tbsCertificate;
  const subjectName = formatDistinguishedName(subject);
  const issuerName = formatDistinguishedName(issuer);
  return {
    subject: subjectName,
    issuer: issuerName,
    fingerprint: fingerprint(der),
    notBefore: formatTime(validity.notBefore.getTime()),
    notAfter: formatTime(validity.notAfter.getTime()),
    isCA: isCA(certificate),
    selfSigned: subjectName === issuerName,
  };
}
