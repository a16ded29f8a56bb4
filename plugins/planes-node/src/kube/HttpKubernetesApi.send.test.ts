import { createMockDirectory } from '@backstage/backend-test-utils';
import { KubernetesTestServer } from './__testUtils__/KubernetesTestServer';
import { describeError } from './describeError';
import { KubernetesApiError, UnansweredWriteError } from './errors';
import { HttpKubernetesApi } from './HttpKubernetesApi';
import type { KubernetesWrite } from './KubernetesWriter';

const { signal } = new AbortController();
const directory = createMockDirectory();
const post: KubernetesWrite = {
  method: 'POST',
  path: '/planes?dryRun=All',
  body: { name: 'Zürich' },
};

let server: KubernetesTestServer;
let api: HttpKubernetesApi;

function createApi(answerTimeoutMs = 5_000) {
  return HttpKubernetesApi.create(
    { type: 'kubeconfig', file: directory.resolve('kubeconfig') },
    { answerTimeoutMs },
  );
}

/** The error that a request ends with. */
async function failureOf(request: Promise<unknown>): Promise<unknown> {
  return request.then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** What is said of the failure, and whether the request may have been carried out. */
async function outcomeOf(request: Promise<unknown>) {
  const error = await failureOf(request);
  return {
    said: describeError(error),
    mayBeDone: error instanceof UnansweredWriteError && error.mayBeDone,
  };
}

describe('HttpKubernetesApi.send', () => {
  beforeEach(async () => {
    server = await KubernetesTestServer.start();
    directory.setContent({ kubeconfig: server.kubeconfig('/k8s/') });
    api = createApi();
  });

  afterEach(async () => {
    api.close();
    await server.stop();
  });

  it.each([
    ['POST', 'application/json', 201],
    ['PUT', 'application/json', 200],
    ['PATCH', 'application/merge-patch+json', 200],
    ['DELETE', 'application/json', 200],
  ] as const)('%ss JSON', async (method, contentType, status) => {
    server.handler = (_, res) => res.writeHead(status).end('{"kind":"Status"}');
    await expect(api.send({ ...post, method }, { signal })).resolves.toEqual({
      body: { kind: 'Status' },
      warnings: [],
    });
    expect(server.requests).toEqual([
      {
        method,
        url: '/k8s/planes?dryRun=All',
        headers: expect.objectContaining({
          authorization: 'Bearer secret-token',
          accept: 'application/json',
          'content-type': contentType,
          'content-length': '18',
        }),
        body: '{"name":"Zürich"}',
      },
    ]);
  });

  it('reads the warnings of all headers', async () => {
    server.handler = (_, res) => {
      res.setHeader('Warning', [
        '299 - "unknown field \\"spec.planeId\\""',
        '299 - "deprecated, use \\"b\\"", 299 - "third"',
      ]);
      res.end('{}');
    };
    expect((await api.send(post, { signal })).warnings).toEqual([
      'unknown field "spec.planeId"',
      'deprecated, use "b"',
      'third',
    ]);
  });

  it('takes any other status for a refusal, with its causes and without contents', async () => {
    const message = `spec.x: Invalid value: "-----BEGIN CERTIFICATE-----\\n${'MIID'.repeat(
      20,
    )}": too long`;
    const causes = [{ field: 'spec.x', reason: 'FieldValueInvalid', message }];
    server.handler = (_, res) =>
      res.writeHead(422).end(
        JSON.stringify({
          kind: 'Status',
          reason: 'Invalid',
          message: `invalid: ${message}`,
          details: { name: 'eu', kind: 'DataPlane', causes },
        }),
      );
    const error = await failureOf(api.send(post, { signal }));
    expect(error).toBeInstanceOf(KubernetesApiError);
    expect(error).toMatchObject({
      status: 422,
      reason: 'Invalid',
      details: { name: 'eu', kind: 'DataPlane' },
      causes: [{ field: 'spec.x', reason: 'FieldValueInvalid' }],
    });
    expect(JSON.stringify([String(error), error])).not.toContain('MIID');
  });

  it('never repeats what the server cut off, and says that it may have been carried out', async () => {
    server.handler = (_, res) => res.end('{}');
    await api.getJson('/', { signal });
    await new Promise(setImmediate);
    server.handler = req => req.socket.destroy();
    expect(await outcomeOf(api.send(post, { signal }))).toEqual({
      said: 'The connection to the API server was cut',
      mayBeDone: true,
    });
    expect(server.requests.map(({ method }) => method)).toEqual([
      'GET',
      'POST',
    ]);
    // No connection that was idle: it might have been closed just then.
    expect(server.connections).toBe(2);
  });

  it('knows that nothing was carried out where there is no connection', async () => {
    await server.stop();
    expect(await outcomeOf(api.send(post, { signal }))).toEqual({
      said: 'The API server refuses connections',
      mayBeDone: false,
    });
    directory.setContent({});
    expect(await outcomeOf(api.send(post, { signal }))).toEqual({
      said: expect.stringMatching(/kubeconfig' cannot be read/),
      mayBeDone: false,
    });
    server = await KubernetesTestServer.start();
  });

  it('gives up on a server that does not answer, or stops in the middle', async () => {
    const expected = {
      said: 'The API server did not answer in time',
      mayBeDone: true,
    };
    server.handler = () => {};
    // Long enough for a busy machine to have the request sent.
    const impatient = createApi(1_000);
    expect(await outcomeOf(impatient.send(post, { signal }))).toEqual(expected);
    server.handler = (_, res) => res.writeHead(201).write('{"kind":');
    expect(await outcomeOf(impatient.send(post, { signal }))).toEqual(expected);
  });

  it('does not believe an answer that is no JSON', async () => {
    server.handler = (_, res) => res.end('<html>Sign in</html>');
    expect(await outcomeOf(api.send(post, { signal }))).toEqual({
      said: expect.stringMatching(/not JSON/),
      mayBeDone: true,
    });
  });

  it('reads no more of an answer than it must', async () => {
    server.handler = (_, res) => {
      res.writeHead(500);
      const chunk = 'x'.repeat(16 * 1024);
      const more = () => {
        while (res.write(chunk));
      };
      res.on('drain', more);
      more();
    };
    expect(await outcomeOf(api.send(post, { signal }))).toEqual({
      said: 'The answer is larger than 65536 bytes',
      mayBeDone: true,
    });
  });

  it('ends when the caller cancels', async () => {
    const abort = new AbortController();
    server.handler = () => abort.abort(new Error('gone'));
    await expect(api.send(post, { signal: abort.signal })).rejects.toThrow(
      'gone',
    );
    await expect(api.send(post, { signal: abort.signal })).rejects.toThrow(
      'gone',
    );
    expect(server.requests).toHaveLength(1);
  });
});
