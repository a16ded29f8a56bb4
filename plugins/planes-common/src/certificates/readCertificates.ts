import { CertificateFacts } from '../model/plane';
import { decodeBase64, toBytes } from './base64';
import { certificateFacts } from './certificateFacts';
import { explainNotPem } from './explainNotPem';
import { PemBlock, pemBlocks } from './pemBlocks';
import { TextCache } from './TextCache';

/**
 * What a text that should be PEM certificates holds.
 *
 * @public
 */
export interface CertificateReading {
  /** The certificates that could be read, at most 16; those of CAs lead. */
  readonly certificates: readonly CertificateFacts[];
  /** How many certificate blocks could not be read; the gateway ignores such blocks. */
  readonly unreadable: number;
  /** Whether the text holds a private key, beside certificates or instead of them. */
  readonly containsPrivateKey: boolean;
  /** Why there are no certificates; undefined where there are. */
  readonly problem?: 'base64-encoded' | 'private-key' | 'not-pem';
  /** One sentence about the problem that quotes nothing of the text. */
  readonly detail?: string;
}

const PRIVATE_KEY = 'PRIVATE KEY';
const MAX_TEXT_LENGTH = 65_536;
const cache = new TextCache<CertificateReading>({
  maxTextLength: MAX_TEXT_LENGTH,
  maxTotalLength: 512 * MAX_TEXT_LENGTH,
});

function none(
  problem: CertificateReading['problem'],
  detail: string,
  unreadable: number = 0,
): CertificateReading {
  return {
    certificates: [],
    unreadable,
    containsPrivateKey: problem === 'private-key',
    problem,
    detail,
  };
}

function tryFacts(der: string | undefined): CertificateFacts | undefined {
  if (der === undefined) {
    return undefined;
  }
  try {
    return certificateFacts(toBytes(der));
  } catch {
    return undefined;
  }
}

function readBlock({ base64 }: PemBlock): CertificateFacts | undefined {
  return tryFacts(base64 === undefined ? undefined : decodeBase64(base64));
}

function readOtherThanPem(text: string): CertificateReading {
  const decoded =
    text.length > MAX_TEXT_LENGTH
      ? undefined
      : decodeBase64(text.replace(/\s/g, ''));
  if (decoded?.includes(PRIVATE_KEY)) {
    return none('private-key', 'It is a private key, encoded as base64.');
  }
  if (decoded?.includes('-----BEGIN CERTIFICATE-----')) {
    return none(
      'base64-encoded',
      'It is PEM encoded once more as base64, as in the data of a Secret.',
    );
  }
  return none(
    'not-pem',
    tryFacts(decoded)
      ? 'It is a certificate without the lines BEGIN CERTIFICATE and END CERTIFICATE.'
      : explainNotPem(text),
  );
}

function read(text: string): CertificateReading {
  const blocks = pemBlocks(text).filter(({ label }) => label === 'CERTIFICATE');
  const certificates: CertificateFacts[] = [];
  for (const block of blocks) {
    const facts = readBlock(block);
    if (facts) {
      certificates.push(facts);
    }
  }
  const unreadable = blocks.length - certificates.length;
  const containsPrivateKey = text.includes(PRIVATE_KEY);
  if (certificates.length > 0) {
    certificates.sort((a, b) => Number(b.isCA) - Number(a.isCA));
    return { certificates, unreadable, containsPrivateKey };
  }
  if (containsPrivateKey) {
    return none('private-key', 'It is a private key.', unreadable);
  }
  if (unreadable > 0) {
    return none(
      'not-pem',
      'What stands between BEGIN CERTIFICATE and END CERTIFICATE is damaged or cut short.',
      unreadable,
    );
  }
  return readOtherThanPem(text);
}

/**
 * Reads the certificates of a text that should be PEM, and says what else it is where it is not.
 *
 * @remarks
 * As strict as the cluster gateway, which takes what Go's `x509.CertPool.AppendCertsFromPEM` takes.
 * Never throws, and keeps nothing of a private key. Results are remembered by text within bounds,
 * since the same resource is read again with every heartbeat of its agents.
 *
 * @public
 */
export function readCertificates(pem: string): CertificateReading {
  const known = cache.get(pem);
  if (known) {
    return known;
  }
  const reading = read(pem);
  if (!reading.containsPrivateKey) {
    cache.set(pem, reading);
  }
  return reading;
}
