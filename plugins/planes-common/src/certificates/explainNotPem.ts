const OTHER_LABELS: [label: string, words: string][] = [
  ['CERTIFICATE REQUEST', 'It is a certificate request, not a certificate.'],
  ['PUBLIC KEY', 'It is a public key, not a certificate.'],
  ['X509 CRL', 'It is a certificate revocation list, not a certificate.'],
  [
    'TRUSTED CERTIFICATE',
    'It is in the TRUSTED CERTIFICATE form of OpenSSL, which the gateway does not read.',
  ],
];

/** Says in one sentence, quoting nothing, why a text is no PEM certificate. */
export function explainNotPem(text: string): string {
  if (text.trim() === '') {
    return 'It is empty.';
  }
  const begin = text.indexOf('-----BEGIN CERTIFICATE-----');
  if (begin >= 0) {
    return text.includes('\n-----END CERTIFICATE-----', begin)
      ? 'BEGIN CERTIFICATE does not stand at the start of a line of its own.'
      : 'Its line breaks are lost, or the line END CERTIFICATE is missing.';
  }
  const other = OTHER_LABELS.find(([label]) =>
    text.includes(`-----BEGIN ${label}-----`),
  );
  return other ? other[1] : 'It holds no line BEGIN CERTIFICATE.';
}
