import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import { isError } from '@backstage/errors';
import { fileVersion } from '../kube/fileVersion';
import { CredentialsUnreadableError } from './errors';
import type { ClusterGatewayConfig } from './types';

const KEYS = ['caFile', 'certFile', 'keyFile'] as const;
type FileKey = (typeof KEYS)[number];
const KEY = 'openchoreo.controlPlanes[].gateway';

/** What a TLS connection to the gateway needs, as PEM. */
export interface GatewayTlsMaterial {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  /** ISO 8601; undefined where there is no client certificate. */
  readonly clientCertificateExpires?: string;
}

/** Reads the certificate files, again when one of them has changed, so that rotated ones need no restart. */
export class GatewayCredentials {
  readonly #files: readonly (readonly [FileKey, string])[];
  #loaded: { material: GatewayTlsMaterial; version: string } | undefined;

  constructor(config: Pick<ClusterGatewayConfig, FileKey>) {
    this.#files = KEYS.flatMap(key => {
      const file = config[key];
      return file === undefined ? [] : [[key, file] as const];
    });
  }

  /** @throws CredentialsUnreadableError that names the file, and never what is in it */
  async get(): Promise<GatewayTlsMaterial> {
    // Before they are read: what changes meanwhile is read at the next request.
    const versions = await Promise.all(
      this.#files.map(([key, file]) =>
        readable(key, file, () => fileVersion(file)),
      ),
    );
    const version = versions.join();
    if (this.#loaded?.version !== version) {
      this.#loaded = { material: await this.#load(), version };
    }
    return this.#loaded.material;
  }

  async #load(): Promise<GatewayTlsMaterial> {
    const texts: Partial<Record<FileKey, string>> = {};
    for (const [key, file] of this.#files) {
      texts[key] = await readable(key, file, () => readFile(file, 'utf8'));
    }
    const { caFile: ca, certFile: cert, keyFile: key } = texts;
    if (ca !== undefined) {
      this.#readCA(ca);
    }
    return {
      ...(ca !== undefined && { ca }),
      ...(cert !== undefined && {
        cert,
        key,
        clientCertificateExpires: this.#readPair(cert, key),
      }),
    };
  }

  #readCA(ca: string): X509Certificate {
    try {
      return new X509Certificate(ca);
    } catch {
      throw new CredentialsUnreadableError(
        `The file '${this.#file(
          'caFile',
        )}' of '${KEY}.caFile' holds no certificate in PEM form`,
      );
    }
  }

  /** @returns when the certificate expires */
  #readPair(cert: string, key: string | undefined): string {
    try {
      createSecureContext({ cert, key });
      return new Date(new X509Certificate(cert).validTo).toISOString();
    } catch {
      // The cause may quote the key.
      throw new CredentialsUnreadableError(
        `The files '${this.#file('certFile')}' and '${this.#file(
          'keyFile',
        )}' of '${KEY}' are no certificate with its key in PEM form: they must be 'tls.crt' and 'tls.key' of one Secret`,
      );
    }
  }

  #file(key: FileKey): string {
    return this.#files.find(([candidate]) => candidate === key)?.[1] ?? '';
  }
}

async function readable<T>(
  key: FileKey,
  file: string,
  read: () => Promise<T>,
): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const code = isError(error) ? String(error.code) : 'unknown error';
    throw new CredentialsUnreadableError(
      `The file '${file}' of '${KEY}.${key}' cannot be read (${code})`,
    );
  }
}
