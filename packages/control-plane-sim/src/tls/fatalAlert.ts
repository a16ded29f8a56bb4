import { createCipheriv, createHmac } from 'node:crypto';

/** Why a server ends a TLS connection: numbers of RFC 8446, section 6. */
export const TLS_ALERTS = {
  unknownCa: 48,
  certificateRequired: 116,
} as const;

const FATAL = 2;
const RECORD_ALERT = 21;
const RECORD_APPLICATION_DATA = 23;
const TAG_LENGTH = 16;
const IV_LENGTH = 12;

/** HKDF-Expand-Label of RFC 8446, section 7.1, without context and for no more than one block. */
function expandLabel(
  secret: Buffer,
  hash: string,
  label: string,
  length: number,
): Buffer {
  const name = Buffer.from(`tls13 ${label}`);
  const info = Buffer.concat([
    Buffer.from([0, length, name.length]),
    name,
    Buffer.from([0, 1]),
  ]);
  return createHmac(hash, secret).update(info).digest().subarray(0, length);
}

function cipherOf(name: string) {
  switch (name) {
    case 'TLS_AES_256_GCM_SHA384':
      return {
        algorithm: 'aes-256-gcm',
        keyLength: 32,
        hash: 'sha384',
      } as const;
    case 'TLS_CHACHA20_POLY1305_SHA256':
      return {
        algorithm: 'chacha20-poly1305',
        keyLength: 32,
        hash: 'sha256',
      } as const;
    default:
      return {
        algorithm: 'aes-128-gcm',
        keyLength: 16,
        hash: 'sha256',
      } as const;
  }
}

/**
 * The first record of a TLS 1.3 server after its handshake, where that is a fatal alert. Node's own server
 * closes the connection of a client whose certificate it does not accept without a word, where
 * other servers say why.
 *
 * @param trafficSecret - `SERVER_TRAFFIC_SECRET_0` of the connection
 * @param cipherName - the IANA name of its cipher suite
 */
export function fatalAlertRecord(
  trafficSecret: Buffer,
  cipherName: string,
  alert: number,
): Buffer {
  const { algorithm, keyLength, hash } = cipherOf(cipherName);
  const key = expandLabel(trafficSecret, hash, 'key', keyLength);
  // Of the first record the nonce is the initialisation vector itself.
  const nonce = expandLabel(trafficSecret, hash, 'iv', IV_LENGTH);
  const content = Buffer.from([FATAL, alert, RECORD_ALERT]);
  const header = Buffer.from([
    RECORD_APPLICATION_DATA,
    3,
    3,
    0,
    content.length + TAG_LENGTH,
  ]);
  const options = { authTagLength: TAG_LENGTH };
  const cipher =
    algorithm === 'chacha20-poly1305'
      ? createCipheriv(algorithm, key, nonce, options)
      : createCipheriv(algorithm, key, nonce, options);
  cipher.setAAD(header, { plaintextLength: content.length });
  return Buffer.concat([
    header,
    cipher.update(content),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
}
