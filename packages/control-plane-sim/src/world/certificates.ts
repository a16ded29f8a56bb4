import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { certificateFingerprints } from '../controllers/gateway/clientCa';
import { DAY } from './durations';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** A certificate that a plane can name as the CA of its agents. Its key is thrown away: nothing here signs. @public */
export interface AgentCa {
  readonly pem: string;
  /** SHA-256 of the DER form, upper-case hex pairs joined by colons. */
  readonly fingerprint: string;
}

/** What a certificate for agents is to be. Times in milliseconds since 1970. @public */
export interface AgentCaOptions {
  readonly commonName: string;
  readonly organization?: string;
  readonly notBefore: number;
  readonly notAfter: number;
  /** False for a client certificate that signs itself; true unless given. */
  readonly isCA?: boolean;
}

function extensions(isCA: boolean) {
  return isCA
    ? [
        new BasicConstraintsExtension(true, undefined, true),
        new KeyUsagesExtension(
          // eslint-disable-next-line no-bitwise
          KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign,
          true,
        ),
      ]
    : [
        new BasicConstraintsExtension(false, undefined, true),
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth]),
      ];
}

/** Makes a self-signed certificate with a new key. @public */
export async function createAgentCa(options: AgentCaOptions): Promise<AgentCa> {
  const { commonName, organization, isCA = true } = options;
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: [
      { CN: [commonName] },
      ...(organization ? [{ O: [organization] }] : []),
    ],
    keys: await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']),
    notBefore: new Date(options.notBefore),
    notAfter: new Date(options.notAfter),
    signingAlgorithm: ALGORITHM,
    extensions: extensions(isCA),
  });
  const pem = `${certificate.toString('pem')}\n`;
  return { pem, fingerprint: certificateFingerprints(pem)[0] };
}

/** Makes a few CAs that are valid for years, for planes by the thousand. @public */
export async function createAgentCas(
  count: number,
  now: number,
): Promise<AgentCa[]> {
  return Promise.all(
    Array.from({ length: count }, (_, index) =>
      createAgentCa({
        commonName: `cluster agent CA ${index + 1}`,
        notBefore: now - 90 * DAY,
        notAfter: now + 3650 * DAY,
      }),
    ),
  );
}
