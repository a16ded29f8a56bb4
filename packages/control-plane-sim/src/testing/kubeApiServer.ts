import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './freePort';
import { GuardedProcess, startGuardedProcess } from './guardedProcess';
import { ServiceAccountTokens } from './ServiceAccountTokens';
import { BackingApiServer } from './TestControlPlane';

const START_TIMEOUT_MS = 60_000;
const PROBE_TIMEOUT_MS = 5_000;
const PROBE_INTERVAL_MS = 100;
const PEM_BLOCK =
  /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----\n?/g;

/**
 * Options for {@link startKubeApiServer}.
 *
 * @public
 */
export interface KubeApiServerOptions {
  /** The directory that holds the programs `kube-apiserver` and `etcd`. */
  assetsDirectory: string;
}

/**
 * Starts a real kube-apiserver with an etcd of its own on loopback ports, without authentication
 * other than one administrator's token and without any controller. Both end with this process.
 *
 * @throws Error with the end of the program's log when either does not become ready within a minute.
 * @public
 */
export async function startKubeApiServer(
  options: KubeApiServerOptions,
): Promise<BackingApiServer> {
  const { assetsDirectory } = options;
  for (const program of ['etcd', 'kube-apiserver']) {
    await access(join(assetsDirectory, program));
  }
  const directory = await mkdtemp(join(tmpdir(), 'kube-apiserver-'));
  let etcd: EtcdServer | undefined;
  let apiServer: GuardedProcess | undefined;
  const stopServer = async () => {
    await apiServer?.stop();
    apiServer = undefined;
  };
  const killServer = async () => {
    await apiServer?.kill();
    apiServer = undefined;
  };
  const stop = async () => {
    await stopServer();
    await etcd?.program.stop();
    await rm(directory, { recursive: true, force: true });
  };

  try {
    etcd = await startEtcd(assetsDirectory, directory);
    const etcdUrl = etcd.url;
    const { url, adminToken, args } = await prepareApiServer(
      directory,
      etcdUrl,
    );
    const startServer = async () => {
      const started = startGuardedProcess({
        command: join(assetsDirectory, 'kube-apiserver'),
        args,
        logFile: join(directory, 'kube-apiserver.log'),
      });
      apiServer = started;
      await untilReady('kube-apiserver', started, async () =>
        probeApiServer(url, await readCaPem(directory)),
      );
    };
    await startServer();
    const identity = { url, caPem: await readCaPem(directory), adminToken };
    const tokens = new ServiceAccountTokens(identity);

    return {
      ...identity,
      async compact() {
        // The API server's watch cache outlives a compaction of etcd, and a fresh one still serves a
        // watch from the revision it started at. So the server restarts, at a later revision.
        await compactEtcd(etcdUrl);
        await stopServer();
        await startServer();
      },
      stopServer,
      startServer,
      killServer,
      issueToken: () => tokens.issue(),
      revokeToken: token => tokens.revoke(token),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface EtcdServer {
  url: string;
  program: GuardedProcess;
}

async function startEtcd(
  assetsDirectory: string,
  directory: string,
): Promise<EtcdServer> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const peerUrl = `http://127.0.0.1:${await freePort()}`;
  const program = startGuardedProcess({
    command: join(assetsDirectory, 'etcd'),
    args: [
      `--data-dir=${join(directory, 'etcd')}`,
      `--listen-client-urls=${url}`,
      `--advertise-client-urls=${url}`,
      `--listen-peer-urls=${peerUrl}`,
      `--initial-advertise-peer-urls=${peerUrl}`,
      `--initial-cluster=default=${peerUrl}`,
      '--unsafe-no-fsync',
      '--log-level=warn',
    ],
    logFile: join(directory, 'etcd.log'),
  });
  try {
    await untilReady('etcd', program, async () => {
      const response = await fetch(`${url}/health`, {
        signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
      });
      await response.arrayBuffer();
      return response.ok;
    });
  } catch (error) {
    await program.stop();
    throw error;
  }
  return { url, program };
}

async function prepareApiServer(directory: string, etcdUrl: string) {
  const port = await freePort();
  const adminToken = randomUUID();
  const tokenFile = join(directory, 'tokens.csv');
  await writeFile(tokenFile, `${adminToken},admin,admin,"system:masters"\n`);
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const signingKeyFile = join(directory, 'service-account.key');
  const verificationKeyFile = join(directory, 'service-account.pub');
  await writeFile(signingKeyFile, privateKey);
  await writeFile(verificationKeyFile, publicKey);
  const args = [
    `--etcd-servers=${etcdUrl}`,
    '--bind-address=127.0.0.1',
    `--secure-port=${port}`,
    '--advertise-address=127.0.0.1',
    '--endpoint-reconciler-type=none',
    `--cert-dir=${directory}`,
    `--token-auth-file=${tokenFile}`,
    '--authorization-mode=RBAC',
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-key-file=${verificationKeyFile}`,
    `--service-account-signing-key-file=${signingKeyFile}`,
    '--service-cluster-ip-range=10.0.0.0/24',
    '--disable-admission-plugins=ServiceAccount',
    '--shutdown-delay-duration=0s',
  ];
  return { url: `https://127.0.0.1:${port}`, adminToken, args };
}

/** The server signs a certificate for itself at its first start and keeps it; its CA is the last block. */
async function readCaPem(directory: string): Promise<string> {
  const pem = await readFile(join(directory, 'apiserver.crt'), 'utf8');
  const ca = pem.match(PEM_BLOCK)?.at(-1);
  if (!ca) {
    throw new Error('The API server wrote no certificate');
  }
  return ca;
}

async function compactEtcd(url: string): Promise<void> {
  const key = Buffer.from('compaction-marker').toString('base64');
  const revision = await callEtcd(url, 'put', { key, value: key });
  await callEtcd(url, 'compaction', { revision, physical: true });
}

/** Answers with the store's revision after the call. */
async function callEtcd(
  url: string,
  call: 'put' | 'compaction',
  body: object,
): Promise<string> {
  const response = await fetch(`${url}/v3/kv/${call}`, {
    method: 'POST',
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
  });
  const revision = /"revision":"(\d+)"/.exec(await response.text())?.[1];
  if (!response.ok || !revision) {
    throw new Error(`etcd refused '${call}' with status ${response.status}`);
  }
  return revision;
}

function probeApiServer(url: string, ca: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    request(
      `${url}/readyz`,
      { ca, agent: false, signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) },
      response => {
        response.resume();
        resolve(response.statusCode === 200);
      },
    )
      .on('error', reject)
      .end();
  });
}

async function untilReady(
  name: string,
  program: GuardedProcess,
  probe: () => Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    if (!program.isRunning()) {
      throw new Error(`${name} ended early:\n${await program.logTail()}`);
    }
    if (await probe().catch(() => false)) {
      return;
    }
    if (Date.now() > deadline) {
      throw new Error(`${name} is not ready:\n${await program.logTail()}`);
    }
    await sleep(PROBE_INTERVAL_MS);
  }
}
