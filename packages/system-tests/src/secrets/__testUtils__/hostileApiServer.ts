import { createServer } from 'node:http';
import { writeFile } from 'node:fs/promises';
import { BY_FORM, BY_PLACE, SENTENCE } from './plantedSecrets';

const API = '/apis/openchoreo.dev/v1alpha1';

/** Refuses everything but discovery, with more words than it should use. */
function answerTo(path: string): [status: number, body: object] {
  if (path === API) {
    const resources = ['dataplanes', 'workflowruns'].map(name => ({ name }));
    return [200, { kind: 'APIResourceList', resources }];
  }
  const code = path.includes('workflowruns') ? 500 : 403;
  return [
    code,
    {
      kind: 'Status',
      apiVersion: 'v1',
      status: 'Failure',
      code,
      reason: SENTENCE,
      message: SENTENCE,
      details: {
        name: SENTENCE,
        causes: [{ field: 'spec', reason: SENTENCE, message: SENTENCE }],
      },
    },
  ];
}

/** An API server that tells secrets in its errors, and a kubeconfig for it that holds some. @returns what stops it */
export async function startHostileApiServer(
  kubeconfigFile: string,
): Promise<() => Promise<void>> {
  const server = createServer((req, res) => {
    const [status, body] = answerTo(
      new URL(req.url ?? '/', 'http://x').pathname,
    );
    res.writeHead(status, {
      'Content-Type': 'application/json',
      Warning: `299 - "${BY_FORM.assigned}"`,
    });
    res.end(JSON.stringify(body));
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await writeFile(
    kubeconfigFile,
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'here',
      clusters: [
        {
          name: 'cluster',
          cluster: {
            server: `http://127.0.0.1:${port}`,
            'insecure-skip-tls-verify': true,
          },
        },
      ],
      users: [{ name: 'user', user: { token: BY_PLACE } }],
      contexts: [
        { name: 'here', context: { cluster: 'cluster', user: 'user' } },
      ],
    }),
  );
  return async () => {
    server.closeAllConnections();
    await new Promise(resolve => {
      server.close(resolve);
    });
  };
}
