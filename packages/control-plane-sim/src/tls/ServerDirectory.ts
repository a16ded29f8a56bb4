import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ServerIdentity } from '../http/HttpsListener';
import { isJsonObject } from '../objects/json';
import { CertificateAuthority } from './CertificateAuthority';

/** What a server keeps in its directory over restarts. */
export interface ServerSecrets extends ServerIdentity {
  adminToken: string;
  /** Recognises this server: derived from its CA. */
  clusterUid: string;
}

const FILES = {
  caPem: 'ca.crt',
  certPem: 'server.crt',
  keyPem: 'server.key',
  adminToken: 'admin.token',
} as const;

/** Writes a file that only its owner can read. */
export async function writePrivateFile(
  file: string,
  content: string,
): Promise<void> {
  await writeFile(file, content, { mode: 0o600 });
  // The mode above counts for new files only.
  await chmod(file, 0o600);
}

/** The content of a file; undefined where there is none. */
export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isJsonObject(error) && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

/** A UID that is always the same for the same text. */
export function uidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** A bearer token that nobody can guess. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/** A certificate for this machine, of a CA that signs nothing else. */
export async function newServerIdentity(): Promise<ServerIdentity> {
  const ca = await CertificateAuthority.create('control-plane-sim');
  return { caPem: ca.pem, ...(await ca.issueServer()) };
}

/** Certificates and token of a server: those in the directory, or new ones that are written there. */
export async function openServerDirectory(
  directory: string,
): Promise<ServerSecrets> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const [caPem, certPem, keyPem, adminToken] = await Promise.all([
    readIfThere(join(directory, FILES.caPem)),
    readIfThere(join(directory, FILES.certPem)),
    readIfThere(join(directory, FILES.keyPem)),
    readIfThere(join(directory, FILES.adminToken)),
  ]);
  if (caPem && certPem && keyPem && adminToken) {
    const clusterUid = uidOf(caPem);
    return { caPem, certPem, keyPem, adminToken, clusterUid };
  }
  const identity = await newServerIdentity();
  const contents = { ...identity, adminToken: newToken() };
  await Promise.all([
    writePrivateFile(join(directory, FILES.caPem), contents.caPem),
    writePrivateFile(join(directory, FILES.certPem), contents.certPem),
    writePrivateFile(join(directory, FILES.keyPem), contents.keyPem),
    writePrivateFile(join(directory, FILES.adminToken), contents.adminToken),
  ]);
  return { ...contents, clusterUid: uidOf(identity.caPem) };
}
