import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKubeApiServer } from './kubeApiServer';
import { BackingApiServer } from './TestControlPlane';

const assetsDirectory = process.env.KUBEBUILDER_ASSETS;
const NAMESPACES = '/api/v1/namespaces';

jest.setTimeout(120_000);

// Needs the real programs, which `npm run test:kubernetes` provides.
(assetsDirectory ? describe : describe.skip)('startKubeApiServer', () => {
  let server: BackingApiServer;

  beforeAll(async () => {
    server = await startKubeApiServer({
      assetsDirectory: assetsDirectory ?? '',
    });
  });

  afterAll(() => server?.stop());

  it('authenticates the administrator against the CA it names', async () => {
    const { status, body } = await call(server, NAMESPACES);
    expect(status).toBe(200);
    expect(body).toContain('"name":"default"');
    const stranger = await call({ ...server, adminToken: 'x' }, NAMESPACES);
    expect(stranger.status).toBe(401);
  });

  it('keeps its state and address over a stop and a start', async () => {
    await call(server, NAMESPACES, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'kept' },
    });
    await server.stopServer();
    await expect(call(server, NAMESPACES)).rejects.toThrow('ECONNREFUSED');
    await server.startServer();
    expect((await call(server, `${NAMESPACES}/kept`)).status).toBe(200);
  });

  it('answers 410 to a watch from before a compaction', async () => {
    const list = await call(server, NAMESPACES);
    const version = /"resourceVersion":"(\d+)"/.exec(list.body)?.[1];
    const watch = `${NAMESPACES}?watch=1&timeoutSeconds=1&resourceVersion=${version}`;
    expect((await call(server, watch)).body).not.toContain('"code":410');
    await server.compact();
    expect((await call(server, watch)).body).toContain('"code":410');
  });

  it('ends with the process that started it', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'killed-owner-'));
    const owner = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        '--eval',
        `require(${JSON.stringify(join(__dirname, 'kubeApiServer.ts'))})
          .startKubeApiServer({ assetsDirectory: process.env.KUBEBUILDER_ASSETS })
          .then(({ url }) => console.log(url))`,
      ],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, TMPDIR: directory },
      },
    );
    const [url] = await once(owner.stdout, 'data');
    const port = Number(new URL(String(url).trim()).port);
    expect(await isListening(port)).toBe(true);
    owner.kill('SIGKILL');
    while (await isListening(port)) {
      await new Promise(setImmediate);
    }
    await rm(directory, { recursive: true });
  });
});

function call(
  server: Pick<BackingApiServer, 'url' | 'caPem' | 'adminToken'>,
  path: string,
  body?: object,
): Promise<{ status?: number; body: string }> {
  return new Promise((resolve, reject) => {
    request(
      `${server.url}${path}`,
      {
        method: body ? 'POST' : 'GET',
        ca: server.caPem,
        agent: false,
        headers: {
          authorization: `Bearer ${server.adminToken}`,
          'content-type': 'application/json',
        },
        signal: AbortSignal.timeout(20_000),
      },
      response => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', chunk => (text += chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode, body: text }),
        );
      },
    )
      .on('error', reject)
      .end(body && JSON.stringify(body));
  });
}

function isListening(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.on('error', () => resolve(false));
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
