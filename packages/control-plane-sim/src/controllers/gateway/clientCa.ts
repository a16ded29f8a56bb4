import { X509Certificate } from 'node:crypto';
import { PlaneResource } from '../planeResource';

/** The CA of a plane's agents as the gateway finds it. */
export type ClientCa =
  | {
      readonly found: true;
      /** SHA-256 of every certificate; none where the text holds no certificate. */
      readonly fingerprints: readonly string[];
    }
  | { readonly found: false; readonly reason: string };

/** Names a key of a Secret. */
export interface SecretKey {
  readonly namespace: string;
  readonly name: string;
  readonly key: string;
}

/** Reads a value out of a Secret, decoded; undefined where the secret or the key is missing. */
export type SecretReader = (key: SecretKey) => Promise<string | undefined>;

const PEM_CERTIFICATE =
  /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** The SHA-256 fingerprints of the certificates in a PEM text; what is none is passed over. @public */
export function certificateFingerprints(pem: string): string[] {
  return (pem.match(PEM_CERTIFICATE) ?? []).flatMap(block => {
    try {
      return [new X509Certificate(block).fingerprint256];
    } catch {
      return [];
    }
  });
}

/** Finds the CA of a plane: an inline value wins over a secret, which is looked up in the plane's namespace unless it says otherwise. */
export async function resolveClientCa(
  plane: Pick<PlaneResource, 'clientCa' | 'namespace'>,
  readSecret: SecretReader,
): Promise<ClientCa> {
  const { value, secret } = plane.clientCa;
  if (value !== undefined) {
    return { found: true, fingerprints: certificateFingerprints(value) };
  }
  const namespace = secret?.namespace ?? plane.namespace;
  if (!secret?.name || !secret.key || !namespace) {
    return {
      found: false,
      reason:
        'no valid CA data found: neither a value nor a complete secret reference',
    };
  }
  const { name, key } = secret;
  const pem = await readSecret({ namespace, name, key });
  return pem === undefined
    ? {
        found: false,
        reason: `no valid CA data found: secret '${namespace}/${name}' has no key '${key}'`,
      }
    : { found: true, fingerprints: certificateFingerprints(pem) };
}
