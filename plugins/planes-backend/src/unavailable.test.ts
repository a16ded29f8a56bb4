import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  ConflictError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { answerUnavailable } from '@openchoreo-planes/backstage-plugin-planes-node';
import express from 'express';
import request from 'supertest';

const FAILURES: Record<string, Error> = {
  unavailable: Object.assign(
    new ServiceUnavailableError('The plane is offline', new Error('ENOENT')),
    { problems: [{ field: 'name' }] },
  ),
  conflict: new ConflictError('It is another one'),
  missing: new NotFoundError('It is gone'),
  fault: new TypeError('undefined is not a function'),
};

describe('answerUnavailable', () => {
  const logger = mockServices.logger.mock();
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  /** A plugin whose every request fails, as its path says. */
  function failing(pluginId: string, ...last: express.ErrorRequestHandler[]) {
    const router = express.Router();
    router.get('/:failure', (req, _res, next) =>
      next(FAILURES[req.params.failure]),
    );
    last.forEach(handler => router.use(handler));
    return createBackendPlugin({
      pluginId,
      register(env) {
        env.registerInit({
          deps: { httpRouter: coreServices.httpRouter },
          init: async ({ httpRouter }) => httpRouter.use(router),
        });
      },
    });
  }

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [failing('usual'), failing('ours', answerUnavailable(logger))],
    });
  });

  beforeEach(() => jest.clearAllMocks());
  afterAll(() => backend.stop());

  it.each(Object.keys(FAILURES))(
    'answers as Backstage does: %s',
    async name => {
      const [usual, ours] = await Promise.all(
        ['usual', 'ours'].map(plugin =>
          request(backend.server).get(`/api/${plugin}/${name}?x=1`),
        ),
      );
      expect(ours.status).toBe(usual.status);
      expect(ours.body).toEqual(usual.body);
    },
  );

  it('is no error of the portal, and nothing else is its business', async () => {
    for (const name of Object.keys(FAILURES)) {
      await request(backend.server).get(`/api/ours/${name}`);
    }
    expect(logger.debug.mock.calls).toEqual([
      ['Request failed with status 503', FAILURES.unavailable],
    ]);
    expect(logger.error).not.toHaveBeenCalled();
  });
});
