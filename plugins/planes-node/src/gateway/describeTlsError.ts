const BLAME = "This is the portal's configuration, not the planes'.";
const KEY = 'openchoreo.controlPlanes[].gateway';

/** What OpenSSL says of a certificate that we do not accept. */
const UNTRUSTED = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'CERT_CHAIN_TOO_LONG',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
]);
/** The gateway's own words on our certificate, as OpenSSL puts a TLS alert. */
const ALERT = /(?:sslv3|tlsv1\d?) alert ([a-z ]+)/;

/** Says whose certificate was refused, and what to change; undefined where the error is none of TLS. */
export function describeTlsError(
  code: string,
  message: string,
): string | undefined {
  if (UNTRUSTED.has(code)) {
    return `The portal does not accept the certificate of the cluster gateway (${code}): set '${KEY}.caFile' to the CA that signed it. ${BLAME}`;
  }
  switch (code) {
    case 'CERT_HAS_EXPIRED':
    case 'CERT_NOT_YET_VALID':
      return `The certificate of the cluster gateway, or of its CA in '${KEY}.caFile', is not valid at this time (${code}): renew it.`;
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return `The certificate of the cluster gateway is for another host name than that in '${KEY}.url': use a name that the certificate holds. ${BLAME}`;
    default:
      return isTls(code) ? describeAlert(message) : undefined;
  }
}

function isTls(code: string): boolean {
  return code === 'EPROTO' || /^ERR_(SSL|TLS)_/.test(code);
}

function describeAlert(message: string): string {
  const alert = ALERT.exec(message)?.[1];
  if (alert === undefined) {
    return `There is no TLS as the cluster gateway speaks it at '${KEY}.url': check its host and port. ${BLAME}`;
  }
  return alert === 'certificate required'
    ? `The cluster gateway asks for a client certificate and the portal has none: set '${KEY}.certFile' and 'keyFile'. ${BLAME}`
    : refusedClientCertificate(alert);
}

/** The gateway does not accept our certificate; with TLS 1.3 that may show as nothing but a closed connection. */
export function refusedClientCertificate(alert: string): string {
  return `The cluster gateway refuses the client certificate of the portal (${alert}): set '${KEY}.certFile' and 'keyFile' to a certificate of the CA that the gateway trusts. ${BLAME}`;
}
