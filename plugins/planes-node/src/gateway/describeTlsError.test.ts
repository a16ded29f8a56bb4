import { describeTlsError } from './describeTlsError';

const alert = (text: string) =>
  `write EPROTO 80AC:error:0A000418:SSL routines:ssl3_read_bytes:${text}:../deps/openssl/ssl/record/rec_layer_s3.c:1590:SSL alert number 48`;

describe('describeTlsError', () => {
  it.each([
    ['ERR_TLS_CERT_ALTNAME_INVALID', '', /another host name .*gateway\.url/],
    [
      'CERT_HAS_EXPIRED',
      '',
      /certificate of the cluster gateway, or of its CA/,
    ],
    [
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      '',
      /does not accept .*gateway\.caFile/,
    ],
    [
      'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA',
      alert('tlsv1 alert unknown ca'),
      /refuses the client certificate of the portal \(unknown ca\)/,
    ],
    [
      'ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED',
      alert('sslv3 alert certificate expired'),
      /\(certificate expired\).*gateway\.certFile/,
    ],
    [
      'EPROTO',
      alert('sslv3 alert handshake failure'),
      /\(handshake failure\).*gateway\.certFile/,
    ],
    [
      'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
      alert('tlsv13 alert certificate required'),
      /the portal has none: set .*gateway\.certFile/,
    ],
    ['EPROTO', alert('wrong version number'), /no TLS .*gateway\.url/],
  ])('%s %s', (code, message, expected) => {
    expect(describeTlsError(code, message)).toMatch(expected);
  });

  it.each(['ECONNREFUSED', 'ENOTFOUND', ''])('leaves %j to others', code => {
    expect(describeTlsError(code, 'alert unknown ca')).toBeUndefined();
  });
});
