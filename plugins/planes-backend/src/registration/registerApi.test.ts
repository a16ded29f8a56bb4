import {
  registrationRefusalSchema,
  registrationResultSchema,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { TestPlaneResources } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import { conditional } from '../__testUtils__/PlanesTestBackend';
import {
  agentCA,
  failure,
  PRIVATE_KEY,
  RegistrationBench,
} from './__testUtils__/RegistrationBench';

const STORE = { namespace: 'acme', name: 'new-agent-ca', key: 'ca.crt' };
const REMOVE = 'kubectl delete secret new-agent-ca -n acme';
const NEW = {
  controlPlane: 'default',
  kind: 'DataPlane',
  namespace: 'acme',
  name: 'new',
} as const;

describe('POST /registrations', () => {
  let bench: RegistrationBench;
  let value: string;

  beforeAll(async () => {
    value = await agentCA();
  });

  beforeEach(async () => {
    bench = await new RegistrationBench().start();
  });

  afterEach(() => bench.stop());

  const inline = () => ({ ...NEW, agentCA: { source: 'inline', value } });
  const stored = () => ({
    ...NEW,
    agentCA: { source: 'inline', value, storeIn: STORE },
  });

  /** Sends a registration that is refused. */
  async function refused(registration: object) {
    const { status, body } = await bench.post(registration);
    expect(body.error).toBeDefined();
    const { problems } = registrationRefusalSchema.parse(body.error);
    expect(JSON.stringify(body)).not.toContain('BEGIN');
    return {
      status,
      message: String(body.error.message),
      name: body.error.name,
      codes: problems.map(({ code }) => code),
      problems,
    };
  }

  it('checks everything, then creates the Secret, the plane, and makes the plane its owner', async () => {
    const { status, body } = await bench.post({
      ...stored(),
      displayName: 'New plane',
    });
    expect(status).toBe(201);
    const result = registrationResultSchema.parse(body);
    expect(result).toMatchObject({
      plane: {
        ref: NEW,
        entityRef: 'resource:acme/data-plane-new',
        title: 'New plane',
        uid: expect.stringMatching(/^uid-/),
      },
      secret: { namespace: 'acme', name: 'new-agent-ca' },
    });
    expect(bench.writes()).toEqual([
      'createSecret dry',
      'createPlane dry',
      'createSecret',
      'createPlane',
      'setSecretOwner',
    ]);
    expect(bench.resources.requests.at(-1)?.sent).toEqual({
      secret: { namespace: 'acme', name: 'new-agent-ca' },
      owner: { ...NEW, uid: result.plane.uid },
    });
    expect(bench.resources.object(NEW)).toMatchObject({
      spec: { clusterAgent: { clientCA: { secretKeyRef: STORE } } },
    });
  });

  it('creates no Secret for an inline CA, and passes warnings on', async () => {
    bench.resources.warnings = ['deprecated'];
    const { status, body } = await bench.post(inline());
    expect(status).toBe(201);
    const { secret, problems } = registrationResultSchema.parse(body);
    expect(secret).toBeUndefined();
    expect(problems).toContainEqual(
      expect.objectContaining({ message: 'The API server warned: deprecated' }),
    );
    expect(bench.writes()).toEqual(['createPlane dry', 'createPlane']);
  });

  it('is in the audit log with the CA by its fingerprint', async () => {
    await bench.post(stored());
    expect(bench.backend.audited).toEqual([
      {
        eventId: 'plane-register',
        severityLevel: 'medium',
        outcome: 'success',
        meta: {
          ...NEW,
          agentCA: {
            source: 'inline',
            fingerprints: [expect.stringMatching(/^([0-9A-F]{2}:){31}/)],
            secret: STORE,
          },
          storesSecret: true,
          dryRun: false,
          uid: expect.stringMatching(/^uid-/),
        },
      },
    ]);
  });

  it('refuses what blocks, and says why', async () => {
    const { status, codes, name } = await refused({
      ...inline(),
      planeID: 'Bad',
      displayname: 'x',
    });
    expect({ status, name }).toEqual({ status: 400, name: 'InputError' });
    expect(codes).toContain('plane-id-invalid');
    expect(bench.writes()).toEqual([]);
    expect(bench.backend.audited).toMatchObject([{ outcome: 'fail' }]);
  });

  it('never adopts: 409 for a name that is taken, whoever knows it first', async () => {
    const known = await refused({ ...inline(), name: 'eu' });
    expect(known).toMatchObject({ status: 409, name: 'ConflictError' });
    expect(bench.writes()).toEqual([]);
    bench.resources.put(NEW, { metadata: { uid: 'before' } });
    const behind = await refused(stored());
    expect(behind).toMatchObject({ status: 409, codes: ['name-taken'] });
    expect(bench.writes()).toEqual(['createSecret dry', 'createPlane dry']);
    expect(bench.resources.object(NEW)).toEqual({
      metadata: { uid: 'before' },
    });
  });

  it.each([
    ['invalid', 400],
    ['not-found', 400],
    ['not-served', 400],
    ['already-exists', 409],
    ['forbidden', 503],
  ] as const)(
    'deletes the Secret again where the plane is %s',
    async (reason, status) => {
      bench.resources.createPlane = onlyRealFails(bench.resources, reason);
      const answer = await refused(stored());
      expect(answer.status).toBe(status);
      expect(answer.codes.at(-1)).toBe('secret-rolled-back');
      expect(answer.message).toContain('was deleted again');
      expect(bench.writes()).toEqual([
        'createSecret dry',
        'createPlane dry',
        'createSecret',
        'deleteSecret',
      ]);
      expect(bench.resources.requests.at(-1)?.sent).toEqual({
        namespace: 'acme',
        name: 'new-agent-ca',
        uid: expect.stringMatching(/^uid-/),
      });
      expect(bench.backend.audited).toMatchObject([{ outcome: 'fail' }]);
    },
  );

  it('says which Secret is left where it cannot be deleted', async () => {
    bench.resources.createPlane = onlyRealFails(bench.resources, 'invalid');
    bench.resources.failures.deleteSecret = failure('forbidden');
    const { codes, message } = await refused(stored());
    expect(codes.at(-1)).toBe('secret-left');
    expect(message).toContain(REMOVE);
  });

  it('leaves the Secret where nobody knows whether the plane was created', async () => {
    bench.resources.createPlane = onlyRealFails(bench.resources, 'unavailable');
    const { status, codes, message } = await refused(stored());
    expect(status).toBe(503);
    expect(codes).toEqual(['write-uncertain', 'secret-kept']);
    expect(message).toContain('may have been written');
    expect(message).toContain(REMOVE);
    expect(bench.writes()).not.toContain('deleteSecret');
  });

  it('says that a Secret may be there where nobody knows', async () => {
    const { resources } = bench;
    const create = resources.createSecret.bind(resources);
    resources.createSecret = async (controlPlane, secret, options) =>
      options.dryRun
        ? create(controlPlane, secret, options)
        : { ok: false, failure: failure('unavailable') };
    const { status, codes } = await refused(stored());
    expect({ status, codes }).toEqual({
      status: 503,
      codes: ['secret-uncertain'],
    });
    expect(bench.writes()).not.toContain('createPlane');
  });

  it('succeeds with a warning where the Secret cannot be owned', async () => {
    bench.resources.failures.setSecretOwner = failure('forbidden');
    const answer = await bench.post(stored());
    expect(answer.status).toBe(201);
    expect(answer.body.problems[0]).toMatchObject({
      code: 'secret-not-owned',
      severity: 'warning',
      remedy: expect.stringContaining(REMOVE),
    });
  });

  it('does not have a Secret of another namespace owned, which would be deleted at once', async () => {
    const agents = { ...STORE, namespace: 'globex' };
    const { status, body } = await bench.post({
      ...NEW,
      agentCA: { source: 'inline', value, storeIn: agents },
    });
    expect(status).toBe(201);
    expect(body.problems[0]).toMatchObject({ code: 'secret-not-owned' });
    expect(bench.writes()).not.toContain('setSecretOwner');
  });

  it('writes nothing where the API server does not answer a dry run', async () => {
    bench.resources.dryRunFailure = failure('unavailable');
    const { status, codes, message } = await refused(stored());
    expect({ status, codes }).toEqual({ status: 503, codes: [] });
    expect(message).toContain('could not be written');
    expect(bench.writes()).toEqual(['createSecret dry', 'createPlane dry']);
  });

  it('is brought to an end when the caller goes', async () => {
    const { resources } = bench;
    const create = resources.createPlane.bind(resources);
    let leave = () => {};
    const going = new Promise<AbortSignal>(resolve => {
      resources.createPlane = async (controlPlane, manifest, options) => {
        if (!options.dryRun) {
          leave();
          await new Promise(setImmediate);
          resolve(options.signal);
        }
        return create(controlPlane, manifest, options);
      };
    });
    const request = bench.post(inline());
    leave = () => request.abort();
    request.end(() => {});
    const signal = await going;
    expect(signal.aborted).toBe(false);
    await bench.stop();
    expect(resources.object(NEW)).toBeDefined();
  });

  describe('in mode manifest', () => {
    beforeEach(async () => {
      await bench.stop();
      bench = await new RegistrationBench().start({ mode: 'manifest' });
    });

    it('writes nothing', async () => {
      const { status, message } = await refused(stored());
      expect(status).toBe(400);
      expect(message).toContain("'manifest'");
      expect(bench.resources.requests).toEqual([]);
    });

    it('does not mind that the portal may not write', async () => {
      bench.resources.dryRunFailure = failure('forbidden');
      const { body } = await bench.post(stored(), '?dryRun=all');
      expect(body.dryRun).toMatchObject({
        outcome: 'unavailable',
        message: expect.stringContaining('That is as it should be'),
      });
      expect(
        body.problems.filter(
          ({ severity }: { severity: string }) => severity === 'error',
        ),
      ).toEqual([]);
      expect(body.manifest).toContain('kind: Secret');
    });
  });

  it.each([
    ['?dryRun=All'],
    ['?dryrun=lint'],
    ['?dryRun=lint&dryRun=all'],
    ['?dryRun='],
  ])('does not take %s for leave to write', async query => {
    const { status, body } = await bench.post(inline(), query);
    expect(status).toBe(400);
    expect(body.error.message).toContain('dryRun=lint');
    expect(bench.resources.requests).toEqual([]);
  });

  describe('given hostile bodies', () => {
    it.each(['../../secrets', 'a%2fb', 'a/b', 'x'.repeat(300), 'a\nkind: Pod'])(
      'sends no name %j to the API server',
      async name => {
        for (const query of ['?dryRun=lint', '?dryRun=all', '']) {
          await bench.post({ ...inline(), name }, query);
          await bench.post({ ...inline(), namespace: name }, query);
          await bench.post(
            {
              ...inline(),
              agentCA: { source: 'inline', value, storeIn: { ...STORE, name } },
            },
            query,
          );
        }
        expect(bench.writes()).toEqual([]);
        expect(JSON.stringify(bench.backend.audited)).not.toContain(name);
      },
    );

    it('never tells of a private key', async () => {
      for (const query of ['?dryRun=lint', '?dryRun=all', '']) {
        for (const text of [PRIVATE_KEY, `${value}${PRIVATE_KEY}`]) {
          const { body } = await bench.post(
            {
              ...NEW,
              description: PRIVATE_KEY,
              agentCA: { source: 'inline', value: text, storeIn: STORE },
            },
            query,
          );
          const { problems } = query === '' ? body.error : body;
          expect(problems.map(({ code }: { code: string }) => code)).toContain(
            'agent-ca-private-key',
          );
          expect(JSON.stringify(body)).not.toContain('THISISNOTAREALKEY');
        }
      }
      expect(bench.writes()).toEqual([]);
      expect(JSON.stringify(bench.backend.audited)).not.toContain(
        'THISISNOTAREALKEY',
      );
    });

    it('refuses a megabyte with a sentence', async () => {
      const { status, body } = await bench.post({
        ...NEW,
        description: 'x'.repeat(1_000_000),
      });
      expect(status).toBe(413);
      expect(body.error.message).toContain('larger than 256 kB');
      expect(bench.resources.requests).toEqual([]);
      expect(bench.backend.audited).toMatchObject([{ outcome: 'fail' }]);
    });

    it.each([
      ['no JSON', `{"registration": "${PRIVATE_KEY}`],
      ['a list', '[]'],
      ['nothing', ''],
      ['more than a registration', '{"registration":{},"apply":true}'],
      ['a text', '{"registration":"x"}'],
    ])('refuses %s with a sentence that quotes nothing', async (_, text) => {
      const { status, body } = await bench.server
        .post('/api/planes/registrations')
        .set('Content-Type', 'application/json')
        .send(text);
      expect(status).toBe(400);
      expect(body.error.message).toMatch(/^The body (?:is not JSON|must be)/);
      expect(JSON.stringify(body)).not.toContain('PRIVATE KEY');
    });

    it('is not led astray by what is nested deeply', async () => {
      const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
      const { status } = await bench.server
        .post('/api/planes/registrations?dryRun=lint')
        .set('Content-Type', 'application/json')
        .send(`{"registration":{"gateway":${deep},"__proto__":{"x":1}}}`);
      expect(status).toBe(200);
    });
  });

  it('records who is refused by a condition, and what for', async () => {
    bench.backend.decisions.set(
      'openchoreo.plane.create',
      conditional('IN_NAMESPACE', { namespaces: ['globex'] }),
    );
    await bench.post(inline());
    expect(bench.backend.audited).toMatchObject([
      { eventId: 'plane-register', outcome: 'fail', meta: NEW },
    ]);
  });
});

/** A create that goes well as a dry run only. */
function onlyRealFails(
  resources: TestPlaneResources,
  reason: Parameters<typeof failure>[0],
): TestPlaneResources['createPlane'] {
  const create = resources.createPlane.bind(resources);
  return async (controlPlane, manifest, options) =>
    options.dryRun
      ? create(controlPlane, manifest, options)
      : { ok: false, failure: failure(reason) };
}
