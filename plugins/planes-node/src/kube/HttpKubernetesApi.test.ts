import { utimes, writeFile } from 'node:fs/promises';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { inspect } from 'node:util';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { toError } from '@backstage/errors';
import { describeError } from './describeError';
import { SilentWatchError } from './errors';
import { HttpKubernetesApi } from './HttpKubernetesApi';

// The first test loads the Kubernetes client, which takes a busy machine some seconds.
jest.setTimeout(60_000);

type Handler = (req: IncomingMessage, res: ServerResponse) => void;

const directory = createMockDirectory();
const abort = new AbortController();
const { signal } = abort;
let handler: Handler;
let server: http.Server;
let port: number;

beforeAll(async () => {
  server = http.createServer((req, res) => handler(req, res));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});

afterAll(async () => {
  abort.abort();
  server.closeAllConnections();
  await new Promise(resolve => server.close(resolve));
});

function kubeconfig(user: string | object, path = '') {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'here',
    clusters: [
      {
        name: 'cluster',
        cluster: {
          server: `http://127.0.0.1:${port}${path}`,
          'insecure-skip-tls-verify': true,
        },
      },
    ],
    users: [
      { name: 'user', user: typeof user === 'string' ? { token: user } : user },
    ],
    contexts: [
      { name: 'here', context: { cluster: 'cluster', user: 'user' } },
      { name: 'bare', context: { cluster: 'nowhere', user: 'user' } },
    ],
  });
}

function createApi(options?: { context?: string; answerTimeoutMs?: number }) {
  return HttpKubernetesApi.create(
    {
      type: 'kubeconfig',
      file: directory.resolve('kubeconfig'),
      ...(options?.context && { context: options.context }),
    },
    options,
  );
}

async function readAll(lines: AsyncIterable<unknown>) {
  const read: unknown[] = [];
  for await (const line of lines) {
    read.push(line);
  }
  return read;
}

describe('HttpKubernetesApi', () => {
  beforeEach(() => {
    directory.setContent({ kubeconfig: kubeconfig('first') });
  });

  it('sends the token, keeps the path of the server, and reads JSON', async () => {
    directory.setContent({ kubeconfig: kubeconfig('first', '/k8s/c-1/') });
    handler = (req, res) =>
      res.end(
        JSON.stringify({ url: req.url, auth: req.headers.authorization }),
      );
    await expect(createApi().getJson('/apis', { signal })).resolves.toEqual({
      url: '/k8s/c-1/apis',
      auth: 'Bearer first',
    });
  });

  it('takes up a kubeconfig that was replaced', async () => {
    handler = (req, res) => res.end(JSON.stringify(req.headers.authorization));
    const api = createApi();
    await expect(api.getJson('/', { signal })).resolves.toBe('Bearer first');
    directory.setContent({ kubeconfig: kubeconfig('second') });
    await expect(api.getJson('/', { signal })).resolves.toBe('Bearer second');
  });

  it('takes up a token file at once when the token is refused, and asks again', async () => {
    const seen: (string | undefined)[] = [];
    handler = (req, res) => {
      seen.push(req.headers.authorization);
      res.statusCode = req.headers.authorization === 'Bearer old' ? 401 : 200;
      res.end('{}');
    };
    const files = { kubeconfig: kubeconfig({ tokenFile: 'token' }) };
    directory.setContent({ ...files, token: 'old\n' });
    const refused = createApi().getJson('/', { signal });
    await expect(refused).rejects.toMatchObject({ status: 401 });
    expect(seen).toEqual(['Bearer old']);
    handler = (req, res) => {
      seen.push(req.headers.authorization);
      // Rotated while the request is on its way.
      directory.addContent({ token: 'new\n' });
      res.statusCode = req.headers.authorization === 'Bearer old' ? 401 : 200;
      res.end('{}');
    };
    seen.length = 0;
    await expect(createApi().getJson('/', { signal })).resolves.toEqual({});
    expect(seen).toEqual(['Bearer old', 'Bearer new']);
  });

  it.each([
    ['prints no ExecCredential', "console.log('hunter2')"],
    ['fails', "console.error('hunter2'); process.exit(1)"],
  ])('quotes nothing of a command that %s', async (_, script) => {
    const exec = {
      apiVersion: 'client.authentication.k8s.io/v1',
      command: process.execPath,
      args: ['-e', script],
      interactiveMode: 'Never',
    };
    directory.setContent({ kubeconfig: kubeconfig({ exec }) });
    const error = await createApi().getJson('/', { signal }).catch(toError);
    expect(describeError(error)).toMatch(/'exec' command .* no credentials/);
    expect(inspect(error)).not.toContain('hunter2');
  });

  it('tells how far the clock of the server is ahead', async () => {
    handler = (_, res) => {
      res.setHeader('Date', new Date(Date.now() + 600_000).toUTCString());
      res.end('{}');
    };
    const api = createApi();
    expect(api.aheadMs).toBe(0);
    await api.getJson('/', { signal });
    expect(Math.round(api.aheadMs / 60_000)).toBe(10);
  });

  it('takes up a kubeconfig of which it had seen the first half', async () => {
    handler = (req, res) => res.end(JSON.stringify(req.headers.authorization));
    const file = directory.resolve('kubeconfig');
    const write = async (user: string) => {
      await writeFile(file, kubeconfig(user));
      // As where the time is counted too coarsely to tell both contents apart.
      await utimes(file, 1, 1);
    };
    const api = createApi();
    await write('half');
    await expect(api.getJson('/', { signal })).resolves.toBe('Bearer half');
    await write('whole');
    await expect(api.getJson('/', { signal })).resolves.toBe('Bearer whole');
  });

  it.each([
    [{ context: 'nowhere' }, kubeconfig('t'), /has no context 'nowhere'/],
    [{ context: 'bare' }, kubeconfig('t'), /no current context/],
    [{}, '{ token: s3cret ', /cannot be read/],
  ])(
    'names what is wrong with a kubeconfig: %j',
    async (options, content, message) => {
      directory.setContent({ kubeconfig: content });
      const failure = createApi(options).getJson('/', { signal });
      await expect(failure).rejects.toThrow(message);
      await expect(failure).rejects.not.toThrow(/s3cret/);
    },
  );

  it('names a kubeconfig that is not there, and takes it up when it comes', async () => {
    directory.setContent({});
    const api = createApi();
    await expect(api.getJson('/', { signal })).rejects.toThrow(
      /kubeconfig '.*kubeconfig' cannot be read \(ENOENT\)/,
    );
    directory.setContent({ kubeconfig: kubeconfig('late') });
    handler = (req, res) => res.end(JSON.stringify(req.headers.authorization));
    await expect(api.getJson('/', { signal })).resolves.toBe('Bearer late');
  });

  it.each([
    [
      503,
      JSON.stringify({ kind: 'Status', code: 503, message: 'etcd is away' }),
      'The API server answered 503: etcd is away',
    ],
    [
      401,
      JSON.stringify({ kind: 'Status', code: 401, message: 'Unauthorized' }),
      /does not accept our credentials/,
    ],
    [
      403,
      JSON.stringify({
        kind: 'Status',
        code: 403,
        message: 'dataplanes.openchoreo.dev is forbidden',
      }),
      'The API server does not allow it (403): dataplanes.openchoreo.dev is forbidden',
    ],
    [404, '404 page not found', /does not serve this resource/],
    [302, '', 'The API server answered 302: no further explanation'],
    [200, '<html>Sign in</html>', /not JSON/],
  ])(
    'says in plain words what an answer of %s means',
    async (status, body, words) => {
      handler = (_, res) => {
        res.writeHead(status, { location: 'http://127.0.0.1:1/' });
        res.end(body);
      };
      const error = await createApi()
        .getJson('/', { signal })
        .catch((e: unknown) => e);
      expect(describeError(error)).toMatch(words);
    },
  );

  it('gives up on a server that does not answer', async () => {
    handler = () => {};
    const failure = createApi({ answerTimeoutMs: 20 }).getJson('/', { signal });
    const error = await failure.catch((e: unknown) => e);
    expect(describeError(error)).toBe('The API server did not answer in time');
  });

  it('gives up on a server that stops in the middle of an answer', async () => {
    handler = (_, res) => res.write('{"items":[');
    await expect(
      createApi({ answerTimeoutMs: 20 }).getJson('/', { signal }),
    ).rejects.toThrow('did not answer in time');
  });

  it('asks again when the server closed the idle connection that was reused', async () => {
    let connections = 0;
    handler = (req, res) => {
      connections++;
      if (connections === 2) {
        req.socket.destroy();
      } else {
        res.end('{}');
      }
    };
    const api = createApi();
    await api.getJson('/', { signal });
    // The agent takes the socket back in the next turn of the event loop.
    await new Promise(setImmediate);
    await expect(api.getJson('/', { signal })).resolves.toEqual({});
    expect(connections).toBe(3);
  });

  describe('watch', () => {
    it('yields events as they come, whatever the chunks', async () => {
      handler = (_, res) => {
        res.write('{"type":"ADD');
        res.write('ED","object":"ü"}\n\n{"type":"DELETED"');
        res.end(',"object":1}\n');
      };
      const lines = createApi().watch('/', { signal, silenceTimeoutMs: 5_000 });
      await expect(readAll(lines)).resolves.toEqual([
        { type: 'ADDED', object: 'ü' },
        { type: 'DELETED', object: 1 },
      ]);
    });

    it('takes silence for failure, and closes the connection', async () => {
      const closed = new Promise(resolve => {
        handler = (req, res) => {
          req.socket.once('close', resolve);
          res.write('{"type":"BOOKMARK"}\n');
        };
      });
      const lines = createApi().watch('/', { signal, silenceTimeoutMs: 20 });
      await expect(readAll(lines)).rejects.toThrow(SilentWatchError);
      await closed;
    });

    it('gives up on a watch that is never accepted', async () => {
      handler = () => {};
      const lines = createApi({ answerTimeoutMs: 20 }).watch('/', {
        signal,
        silenceTimeoutMs: 5_000,
      });
      await expect(readAll(lines)).rejects.toThrow('did not answer in time');
    });

    it('ends with the signal', async () => {
      const stop = new AbortController();
      handler = (_, res) => res.write('{"type":"BOOKMARK"}\n');
      const lines = createApi().watch('/', {
        signal: stop.signal,
        silenceTimeoutMs: 5_000,
      });
      const reading = (async () => {
        for await (const _ of lines) {
          stop.abort();
        }
      })();
      await expect(reading).rejects.toThrow(/abort/i);
    });

    it('refuses what is not JSON', async () => {
      handler = (_, res) => res.end('<html>\n');
      const lines = createApi().watch('/', { signal, silenceTimeoutMs: 5_000 });
      await expect(readAll(lines)).rejects.toThrow('not JSON');
    });
  });
});
