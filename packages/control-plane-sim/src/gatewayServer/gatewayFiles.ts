import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ServerIdentity } from '../http/HttpsListener';
import { CertificateAuthority } from '../tls/CertificateAuthority';
import { readIfThere, writePrivateFile } from '../tls/ServerDirectory';

/** The certificates of a gateway and its clients, PEM. */
export interface GatewayIdentity extends ServerIdentity {
  /** The CA that signed the client certificates that are accepted. */
  readonly clientCaPem: string;
}

/** Where the certificates for clients of a gateway are. @public */
export interface GatewayClientFiles {
  /** The CA of the gateway's own certificate. */
  readonly caFile: string;
  /** A client certificate that the gateway accepts. */
  readonly certFile: string;
  readonly keyFile: string;
  /** A client certificate of another CA, which it does not accept. */
  readonly strangerCertFile: string;
  readonly strangerKeyFile: string;
}

const NAMES = {
  caPem: 'gateway-ca.crt',
  certPem: 'gateway-server.crt',
  keyPem: 'gateway-server.key',
  clientCaPem: 'gateway-internal-ca.crt',
  clientCertPem: 'gateway-client.crt',
  clientKeyPem: 'gateway-client.key',
  strangerCertPem: 'gateway-stranger.crt',
  strangerKeyPem: 'gateway-stranger.key',
};

/** Where the files for clients are in a directory. */
export function gatewayClientFiles(directory: string): GatewayClientFiles {
  return {
    caFile: join(directory, NAMES.caPem),
    certFile: join(directory, NAMES.clientCertPem),
    keyFile: join(directory, NAMES.clientKeyPem),
    strangerCertFile: join(directory, NAMES.strangerCertPem),
    strangerKeyFile: join(directory, NAMES.strangerKeyPem),
  };
}

/** Makes everything anew: PEM by the name of its file. */
async function issue(): Promise<Map<string, string>> {
  const [serverCa, clientCa, strangerCa] = await Promise.all([
    CertificateAuthority.create('cluster-gateway-ca'),
    CertificateAuthority.create('cluster-gateway-internal-ca'),
    CertificateAuthority.create('another-internal-ca'),
  ]);
  const server = await serverCa.issueServer();
  const client = await clientCa.issueClient('backstage-planes');
  const stranger = await strangerCa.issueClient('backstage-planes');
  return new Map([
    [NAMES.caPem, serverCa.pem],
    [NAMES.certPem, server.certPem],
    [NAMES.keyPem, server.keyPem],
    [NAMES.clientCaPem, clientCa.pem],
    [NAMES.clientCertPem, client.certPem],
    [NAMES.clientKeyPem, client.keyPem],
    [NAMES.strangerCertPem, stranger.certPem],
    [NAMES.strangerKeyPem, stranger.keyPem],
  ]);
}

/** What is in the directory, if nothing is missing. */
async function readAll(
  directory: string,
): Promise<Map<string, string> | undefined> {
  const contents = new Map<string, string>();
  for (const name of Object.values(NAMES)) {
    const pem = await readIfThere(join(directory, name));
    if (!pem) {
      return undefined;
    }
    contents.set(name, pem);
  }
  return contents;
}

async function issueInto(directory: string): Promise<Map<string, string>> {
  const contents = await issue();
  for (const [name, pem] of contents) {
    await writePrivateFile(join(directory, name), pem);
  }
  return contents;
}

/** The identity of a gateway: that in the directory, or a new one that is written there with everything for its clients. */
export async function openGatewayDirectory(
  directory: string,
): Promise<GatewayIdentity> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const contents = (await readAll(directory)) ?? (await issueInto(directory));
  const pem = (name: string) => contents.get(name) ?? '';
  return {
    caPem: pem(NAMES.caPem),
    certPem: pem(NAMES.certPem),
    keyPem: pem(NAMES.keyPem),
    clientCaPem: pem(NAMES.clientCaPem),
  };
}
