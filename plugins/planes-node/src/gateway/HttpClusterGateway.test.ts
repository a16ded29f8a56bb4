import net from 'node:net';
import { json } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  expired,
  gatewayCA,
  portal,
  rotated,
  stranger,
} from './__fixtures__/certificates';
import {
  answerJson,
  HttpsTestServer,
  type TestHandler,
} from './__testUtils__/HttpsTestServer';
import { HttpClusterGateway } from './HttpClusterGateway';
import type { ClusterGatewayConfig, TunnelAddress } from './types';

const address: TunnelAddress = {
  planeType: 'dataplane',
  planeID: 'default',
  namespace: 'acme',
  name: 'default',
};
const VERSION = { path: ['version'] };
const signal = new AbortController().signal;

describe('HttpClusterGateway', () => {
  const directory = createMockDirectory();
  const started: { close?: () => void; stop?: () => Promise<void> }[] = [];

  beforeEach(() => {
    directory.setContent({
      'ca.crt': gatewayCA,
      'tls.crt': portal.cert,
      'tls.key': portal.key,
    });
  });

  afterEach(async () => {
    for (const { close, stop } of started.splice(0)) {
      close?.();
      await stop?.();
    }
  });

  async function startServer(
    options?: Parameters<typeof HttpsTestServer.start>[0],
  ) {
    const server = await HttpsTestServer.start(options);
    started.push({ stop: () => server.stop() });
    return server;
  }

  function createGateway(url: string, config?: Partial<ClusterGatewayConfig>) {
    const gateway = HttpClusterGateway.create({
      url,
      caFile: directory.resolve('ca.crt'),
      certFile: directory.resolve('tls.crt'),
      keyFile: directory.resolve('tls.key'),
      timeoutMs: 5_000,
      ...config,
    });
    started.push({ close: () => gateway.close() });
    return gateway;
  }

  const failure = (reason: string, message: RegExp) =>
    expect.objectContaining({
      ok: false,
      failure: expect.objectContaining({
        reason,
        message: expect.stringMatching(message),
      }),
    });

  it('keeps connections, and tells what the handshake showed', async () => {
    const server = await startServer();
    const gateway = createGateway(server.url);
    expect(gateway.tlsFacts()).toBeUndefined();
    for (let i = 0; i < 12; i++) {
      const outcome = await gateway.get(address, VERSION, { signal });
      expect(outcome).toEqual({
        ok: true,
        value: {},
        durationMs: expect.any(Number),
      });
    }
    expect(server.connections).toBe(1);
    expect(gateway.tlsFacts()).toEqual({
      protocol: 'TLSv1.3',
      clientCertificateExpires: '2055-06-30T12:00:00.000Z',
    });
  });

  it('needs no certificate where the release asks for none', async () => {
    const server = await startServer({ requestCert: false });
    const gateway = createGateway(`${server.url}/behind/a/proxy`, {
      certFile: undefined,
      keyFile: undefined,
    });
    await gateway.get(address, VERSION, { signal });
    expect(server.requests).toEqual([
      'GET /behind/a/proxy/api/proxy/dataplane/default/acme/default/k8s/version',
    ]);
    expect(gateway.tlsFacts()).toEqual({ protocol: 'TLSv1.3' });
  });

  it('takes up files that were replaced', async () => {
    const server = await startServer();
    const gateway = createGateway(server.url);
    await gateway.listPlanes({ signal });
    directory.addContent({ 'tls.crt': rotated.cert, 'tls.key': rotated.key });
    server.handler = answerJson({ planes: null });
    await gateway.listPlanes({ signal });
    expect(gateway.tlsFacts()?.clientCertificateExpires).toBe(
      '2055-12-31T00:00:00.000Z',
    );
    expect(server.connections).toBe(2);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['a missing CA', { 'ca.crt': '' }, /ca\.crt' .*caFile' holds no certif/],
    [
      'another key',
      { 'tls.key': rotated.key },
      /'tls.crt' and 'tls.key' of one/,
    ],
    [
      'a garbled key',
      { 'tls.key': 'hunter2' },
      /tls\.key' of .* no certificate/,
    ],
  ])(
    'names the files of %s, not their content',
    async (_name, files, message) => {
      directory.addContent(files);
      const server = await startServer();
      const outcome = await createGateway(server.url).listPlanes({ signal });
      expect(outcome).toEqual(failure('credentials-unreadable', message));
      expect(JSON.stringify(outcome)).not.toMatch(/hunter2|BEGIN/);
      expect(server.connections).toBe(0);
    },
  );

  it('names a file that is not there, and takes it up when it comes', async () => {
    directory.setContent({ 'ca.crt': gatewayCA, 'tls.crt': portal.cert });
    const server = await startServer();
    server.handler = answerJson({ planes: [] });
    const gateway = createGateway(server.url);
    expect(await gateway.listPlanes({ signal })).toEqual(
      failure(
        'credentials-unreadable',
        /tls\.key' of 'openchoreo\.controlPlanes\[\]\.gateway\.keyFile' cannot be read \(ENOENT\)/,
      ),
    );
    directory.addContent({ 'tls.key': portal.key });
    expect(await gateway.listPlanes({ signal })).toMatchObject({ value: [] });
  });

  describe('refused certificates', () => {
    const pair = ({ cert, key }: { cert: string; key: string }) => ({
      'tls.crt': cert,
      'tls.key': key,
    });
    const none = { certFile: undefined, keyFile: undefined };
    const BLAME = "portal's configuration, not the planes'";

    it.each<[string, object, Partial<ClusterGatewayConfig>, string]>([
      ['none, TLS 1.3', {}, none, `has none: set .*certFile.*${BLAME}`],
      [
        'none, TLS 1.2',
        { maxVersion: 'TLSv1.2' },
        none,
        `refuses the client certificate .*handshake failure.*${BLAME}`,
      ],
    ])('%s', async (_name, options, config, message) => {
      const server = await startServer(options);
      expect(
        await createGateway(server.url, config).listPlanes({ signal }),
      ).toEqual(failure('tls', new RegExp(message)));
    });

    it.each([
      ['another CA', stranger],
      ['one that is expired', expired],
    ])('of %s, where the server only cuts', async (_name, identity) => {
      directory.addContent(pair(identity));
      const server = await startServer();
      expect(await createGateway(server.url).listPlanes({ signal })).toEqual(
        failure('tls', new RegExp(`refuses the client certificate.*${BLAME}`)),
      );
    });

    it('of the gateway: another CA, or no TLS at all', async () => {
      const server = await startServer();
      directory.addContent({ 'ca.crt': stranger.cert });
      expect(await createGateway(server.url).listPlanes({ signal })).toEqual(
        failure(
          'tls',
          new RegExp(`does not accept the certificate.*caFile.*${BLAME}`),
        ),
      );
      directory.addContent({ 'ca.crt': gatewayCA });
      const other = net.createServer(socket =>
        socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
      );
      await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve));
      started.push({ stop: async () => void other.close() });
      const port = Object(other.address()).port;
      expect(
        await createGateway(`https://127.0.0.1:${port}`).listPlanes({ signal }),
      ).toEqual(failure('tls', /no TLS.*gateway\.url/));
    });

    it('does not take a gateway that goes away for one that refuses', async () => {
      const server = await startServer();
      server.handler = (_request, response) => {
        response.write('{', () => response.destroy());
      };
      expect(await createGateway(server.url).listPlanes({ signal })).toEqual(
        failure('unreachable', /cut/),
      );
    });
  });

  it('says that nobody is there', async () => {
    const server = await startServer();
    const { url } = server;
    await server.stop();
    started.splice(0);
    expect(await createGateway(url).listPlanes({ signal })).toEqual(
      failure('unreachable', /refuses connections/),
    );
  });

  it('asks once more where an idle connection was closed, but never reconnects twice', async () => {
    const server = await startServer();
    const gateway = createGateway(server.url);
    const cutOnce = () => {
      server.handler = request => {
        request.socket.destroy();
        server.handler = answerJson({ planes: [], disconnectedAgents: 1 });
      };
    };
    await gateway.listPlanes({ signal });
    cutOnce();
    expect(await gateway.listPlanes({ signal })).toMatchObject({ value: [] });
    cutOnce();
    expect(await gateway.reconnect(address, { signal })).toEqual(
      failure('unreachable', /cut/),
    );
    expect(
      server.requests.filter(request => request.startsWith('POST')),
    ).toHaveLength(1);
  });

  it('follows no redirect', async () => {
    const server = await startServer();
    server.handler = (_request, response) =>
      response.writeHead(307, { Location: '/api/v1/planes/status' }).end();
    expect(
      await createGateway(server.url).get(address, VERSION, { signal }),
    ).toEqual(failure('unexpected-answer', /redirect \(307\)/));
    expect(server.requests).toHaveLength(1);
  });

  it('reads no endless answer', async () => {
    const server = await startServer();
    server.handler = (_request, response) => {
      const chunk = Buffer.alloc(1024 * 1024, 'x');
      const more = () => response.write(chunk, error => error ?? more());
      more();
    };
    expect(
      await createGateway(server.url).get(address, VERSION, { signal }),
    ).toEqual(failure('unexpected-answer', /larger than/));
  });

  describe('text', () => {
    const log = {
      path: ['api', 'v1', 'namespaces', 'acme', 'pods', 'a', 'log'],
      query: { tailLines: '2' },
      maxBytes: 8,
    };
    const sends =
      (...chunks: (string | Buffer)[]): TestHandler =>
      (_request, response) => {
        response.writeHead(200, { 'Content-Type': 'text/plain' });
        chunks.forEach(chunk => response.write(chunk));
        response.end();
      };

    it.each<[string, (string | Buffer)[], string, boolean]>([
      ['whole', ['1 é\n', '2\n'], '1 é\n2\n', false],
      ['whole, as long as is allowed', ['12345678'], '12345678', false],
      ['cut', ['1234', '567', '890'], '12345678', true],
      ['empty', [], '', false],
      ['no UTF-8', [Buffer.from([0x61, 0xff, 0x62])], 'a\uFFFDb', false],
    ])('%s', async (_name, chunks, text, truncated) => {
      const server = await startServer();
      server.handler = sends(...chunks);
      const gateway = createGateway(server.url);
      expect(await gateway.getText(address, log, { signal })).toMatchObject({
        value: { text, truncated },
      });
      expect(server.requests).toEqual([
        'GET /api/proxy/dataplane/default/acme/default/k8s/api/v1/namespaces/acme/pods/a/log?tailLines=2',
      ]);
    });

    it('is not read beyond the bound, however long it is', async () => {
      const server = await startServer();
      const closed = new Promise<void>(resolve => {
        server.handler = (_request, response) => {
          const chunk = Buffer.alloc(64 * 1024, 'x');
          const more = () => response.write(chunk, error => error ?? more());
          response.on('close', resolve);
          more();
        };
      });
      const outcome = await createGateway(server.url).getText(
        address,
        { ...log, maxBytes: 1024 * 1024 },
        { signal },
      );
      expect(outcome.ok && outcome.value.text.length).toBe(1024 * 1024);
      await closed;
    });

    it('fails as JSON does: with what the API server says, and never as a stream', async () => {
      const server = await startServer();
      const gateway = createGateway(server.url);
      server.handler = (_request, response) =>
        response.writeHead(400, { 'Content-Type': 'application/json' }).end(
          JSON.stringify({
            kind: 'Status',
            apiVersion: 'v1',
            status: 'Failure',
            message: 'container "main" in pod "a" is waiting to start',
            reason: 'BadRequest',
            code: 400,
          }),
        );
      const cut = { ...log, maxBytes: 1024 };
      expect(await gateway.getText(address, cut, { signal })).toEqual(
        failure('kubernetes-error', /400: container "main" .* waiting/),
      );
      const following = { ...log, query: { follow: 'true' } };
      expect(await gateway.getText(address, following, { signal })).toEqual(
        failure('streaming-not-supported', /nothing was sent/),
      );
      expect(server.requests).toHaveLength(1);
    });
  });

  describe('a change', () => {
    const path = ['api', 'v1', 'namespaces', 'made'];
    const body = { metadata: { uid: 'é', labels: { a: null } } };

    it('is a merge patch, and answers with the object', async () => {
      const server = await startServer();
      const sent: unknown[] = [];
      server.handler = async (request, response) => {
        sent.push(request.headers['content-type'], await json(request));
        answerJson({ kind: 'Namespace' })(request, response);
      };
      const gateway = createGateway(server.url);
      expect(
        await gateway.patch(address, { path, body }, { signal }),
      ).toMatchObject({ ok: true, value: { kind: 'Namespace' } });
      expect(sent).toEqual(['application/merge-patch+json', body]);
      expect(server.requests).toEqual([
        'PATCH /api/proxy/dataplane/default/acme/default/k8s/api/v1/namespaces/made',
      ]);
    });

    it('is sent once, even where an idle connection was closed', async () => {
      const server = await startServer();
      const gateway = createGateway(server.url);
      await gateway.get(address, VERSION, { signal });
      server.handler = request => {
        request.socket.destroy();
        server.handler = answerJson({});
      };
      expect(await gateway.patch(address, { path, body }, { signal })).toEqual(
        failure('unreachable', /cut/),
      );
      expect(server.requests).toHaveLength(2);
    });

    it.each([['..'], ['a/b'], ['a?b'], ['%2e%2e'], ['']])(
      'goes to no path with the segment %j',
      async segment => {
        const server = await startServer();
        const patch = { path: ['api', segment], body };
        expect(
          await createGateway(server.url).patch(address, patch, { signal }),
        ).toEqual(failure('invalid-address', /path segment/));
        expect(server.requests).toEqual([]);
      },
    );
  });

  it('says so where the answer is of something else', async () => {
    const server = await startServer();
    server.handler = answerJson({ planes: [{ planeType: 'dataplane' }] });
    const gateway = createGateway(server.url);
    expect(await gateway.listPlanes({ signal })).toEqual(
      failure('unexpected-answer', /does '.*gateway\.url' lead to one\?/),
    );
  });

  it('ends at its own time limit', async () => {
    const server = await startServer();
    server.handler = () => {};
    const gateway = createGateway(server.url, { timeoutMs: 50 });
    expect(await gateway.get(address, VERSION, { signal })).toEqual(
      failure('timeout', /time limit/),
    );
  });

  it('ends when the caller cancels, with its reason, and leaves the next one alone', async () => {
    const server = await startServer();
    const gateway = createGateway(server.url);
    const abort = new AbortController();
    const closed = new Promise<void>(resolve => {
      server.handler = request => {
        request.on('close', () => resolve());
        abort.abort(new Error('the browser went'));
      };
    });
    await expect(
      gateway.get(address, VERSION, { signal: abort.signal }),
    ).rejects.toThrow('the browser went');
    await closed;
    server.handler = answerJson({ planes: [] });
    await nextTurn();
    expect(await gateway.listPlanes({ signal })).toMatchObject({ value: [] });
    await expect(gateway.listPlanes({ signal: abort.signal })).rejects.toThrow(
      'the browser went',
    );
  });
});
