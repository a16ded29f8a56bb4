import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import express from 'express';
import request from 'supertest';
import { scaffolderModulePlanes } from './module';
import { RegistrationsClient } from './RegistrationsClient';

/** Answers in the place of the planes plugin, and remembers who asked for what. */
function fakePlanesPlugin(
  answer: (asked: { query: string; user: string; body: unknown }) => object,
) {
  return createBackendPlugin({
    pluginId: 'planes',
    register(env) {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ httpAuth, httpRouter }) {
          const router = express.Router();
          router.post('/registrations', express.json(), (req, res, next) => {
            httpAuth
              .credentials(req, { allow: ['user'] })
              .then(({ principal }) => {
                const query = new URL(req.url, 'http://localhost').search;
                const user = principal.userEntityRef;
                res.json(answer({ query, user, body: req.body }));
              })
              .catch(next);
          });
          httpRouter.use(router);
        },
      });
    },
  });
}

const template = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'register' },
  spec: {
    owner: 'guests',
    type: 'resource',
    parameters: [],
    steps: [
      {
        id: 'plane',
        name: 'Register',
        action: 'openchoreo:plane:register',
        input: {
          kind: 'ClusterDataPlane',
          name: '${{ parameters.name }}',
          displayName: '${{ parameters.displayName }}',
          agentCA: { value: 'PEM' },
          apply: true,
        },
      },
    ],
    output: { path: '${{ steps.plane.output.path }}' },
  },
};

const review = {
  problems: [],
  manifest: 'kind: ClusterDataPlane\n',
  commands: [],
  dryRun: { outcome: 'accepted', warnings: [] },
};

const problem = {
  code: 'name-taken',
  severity: 'error',
  field: 'name',
  message: 'There is one.',
};

describe('the scaffolder with planes', () => {
  const asked: { query: string; user: string; body: unknown }[] = [];
  let answer: () => object;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        import('@backstage/plugin-scaffolder-backend'),
        scaffolderModulePlanes,
        catalogServiceMock.factory(),
        fakePlanesPlugin(question => {
          asked.push(question);
          return answer();
        }),
      ],
    });
  }, 60_000);

  afterAll(async () => {
    await backend?.stop();
  });

  beforeEach(() => {
    asked.length = 0;
    answer = () => review;
  });

  it('asks the planes plugin as the user of the task', async () => {
    const { status, body } = await request(backend.server)
      .post('/api/scaffolder/v2/dry-run')
      .send({ template, values: { name: 'eu' }, directoryContents: [] });
    expect(status).toBe(200);
    expect(body.output).toEqual({ path: 'clusterdataplane-eu.yaml' });
    expect(asked).toEqual([
      {
        query: '?dryRun=all',
        user: mockCredentials.user().principal.userEntityRef,
        body: {
          registration: {
            controlPlane: 'default',
            kind: 'ClusterDataPlane',
            name: 'eu',
            agentCA: { source: 'inline', value: 'PEM' },
          },
        },
      },
    ]);
  });

  const client = () =>
    new RegistrationsClient({
      auth: mockServices.auth({ pluginId: 'scaffolder' }),
      discovery: {
        getBaseUrl: async pluginId =>
          `http://localhost:${backend.server.port()}/api/${pluginId}`,
        getExternalBaseUrl: async () => '',
      },
    });
  const registration = { kind: 'DataPlane', name: 'eu' };

  it('reads what is wrong out of a refusal', async () => {
    answer = () => {
      throw Object.assign(new ConflictError('Taken'), { problems: [problem] });
    };
    const credentials = mockCredentials.user();
    await expect(
      client().register({ registration, credentials }),
    ).rejects.toThrow('- name: There is one.');
    expect(asked).toEqual([
      expect.objectContaining({ query: '', body: { registration } }),
    ]);
  });

  it('says so where the user may not register planes', async () => {
    answer = () => {
      throw new NotAllowedError("You lack 'openchoreo.plane.create'");
    };
    const credentials = mockCredentials.user();
    await expect(
      client().review({ registration, credentials }),
    ).rejects.toThrow(/openchoreo\.plane\.create/);
  });
});
