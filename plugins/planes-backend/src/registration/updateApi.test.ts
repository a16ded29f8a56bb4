import {
  type PlaneRef,
  registeredPlaneSchema,
  registrationRefusalSchema,
  registrationResultSchema,
  registrationReviewSchema,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { conditional } from '../__testUtils__/PlanesTestBackend';
import {
  agentCA,
  failure,
  PRIVATE_KEY,
  RegistrationBench,
} from './__testUtils__/RegistrationBench';

const EU: PlaneRef = {
  controlPlane: 'default',
  kind: 'DataPlane',
  namespace: 'acme',
  name: 'eu',
};
const EU_PATH = '/api/planes/planes/eu-uid';
const UPDATE = 'openchoreo.plane.update';

describe('changing a plane', () => {
  let bench: RegistrationBench;
  let value: string;

  beforeAll(async () => {
    value = await agentCA();
  });

  beforeEach(async () => {
    bench = await new RegistrationBench().start();
    putEu();
  });

  afterEach(() => bench.stop());

  /** The resource behind plane eu, with what no registration has. */
  function putEu(more: { metadata?: object; spec?: object } = {}) {
    bench.resources.put(EU, {
      apiVersion: 'openchoreo.dev/v1alpha1',
      kind: 'DataPlane',
      metadata: {
        name: 'eu',
        namespace: 'acme',
        uid: 'eu-uid',
        resourceVersion: '7',
        generation: 2,
        finalizers: ['openchoreo.dev/dataplane-cleanup'],
        labels: { team: 'a' },
        annotations: { 'backstage.io/owner': 'team-a', secret: 'hush' },
        ...more.metadata,
      },
      spec: {
        planeID: 'shared',
        clusterAgent: { clientCA: { value } },
        futureField: 'kept',
        ...more.spec,
      },
      status: { observedGeneration: 2 },
    });
  }

  async function read() {
    const { status, body, headers } = await bench.server.get(
      `${EU_PATH}/registration`,
    );
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    return registeredPlaneSchema.parse(body);
  }

  function put(body: object, query = '') {
    return bench.server.put(`${EU_PATH}${query}`).send(body);
  }

  it('reads the plane as its registration, and nothing else of it', async () => {
    const { ref, registration } = await read();
    expect(ref).toEqual(EU);
    expect(registration).toEqual({
      ...EU,
      owner: 'team-a',
      planeID: 'shared',
      agentCA: { source: 'inline', value },
    });
  });

  it('does not tell of a private key in the resource', async () => {
    for (const text of [PRIVATE_KEY, value + PRIVATE_KEY, btoa(PRIVATE_KEY)]) {
      putEu({ spec: { clusterAgent: { clientCA: { value: text } } } });
      const { registration } = await read();
      expect(registration).toEqual({
        ...EU,
        owner: 'team-a',
        planeID: 'shared',
      });
    }
  });

  it.each([
    ['not-found', 404],
    ['forbidden', 503],
    ['unavailable', 503],
  ] as const)('answers where reading is %s', async (reason, status) => {
    bench.resources.failures.getPlane = failure(reason);
    const answer = await bench.server.get(`${EU_PATH}/registration`);
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toContain('DataPlane acme/eu');
  });

  it('does not take a plane for another of the same name', async () => {
    putEu({ metadata: { uid: 'another-uid' } });
    const { status } = await bench.server.get(`${EU_PATH}/registration`);
    expect(status).toBe(404);
  });

  it('refuses planes that are reached with credentials', async () => {
    bench.backend.inventory.put({
      kind: 'DataPlane',
      metadata: { name: 'old', namespace: 'acme', uid: 'old-uid' },
      spec: { kubernetesCluster: { name: 'c', credentials: {} } },
    });
    const { status, body } = await bench.server.get(
      '/api/planes/planes/old-uid/registration',
    );
    expect(status).toBe(400);
    expect(body.error.message).toContain('cannot be changed here');
    expect(bench.resources.requests).toEqual([]);
  });

  it('writes the change and leaves all else as it was', async () => {
    const { registration, resourceVersion } = await read();
    const { status, body } = await put({
      registration: { ...registration, displayName: 'Europe', planeID: 'eu' },
      resourceVersion,
    });
    expect(status).toBe(200);
    expect(registrationResultSchema.parse(body).plane).toMatchObject({
      ref: EU,
      title: 'Europe',
      uid: 'eu-uid',
    });
    expect(bench.writes()).toEqual(['updatePlane dry', 'updatePlane']);
    expect(bench.resources.object(EU)).toMatchObject({
      metadata: {
        labels: { team: 'a' },
        finalizers: ['openchoreo.dev/dataplane-cleanup'],
        annotations: {
          secret: 'hush',
          'backstage.io/owner': 'team-a',
          'openchoreo.dev/display-name': 'Europe',
        },
      },
      spec: { planeID: 'eu', futureField: 'kept' },
    });
    expect(bench.backend.audited).toEqual([
      {
        eventId: 'plane-update',
        severityLevel: 'medium',
        outcome: 'success',
        meta: expect.objectContaining({
          uid: 'eu-uid',
          plane: 'DataPlane acme/eu',
          changed: ['displayName', 'planeID'],
          dryRun: false,
        }),
      },
    ]);
    expect(JSON.stringify(bench.backend.audited)).not.toContain('BEGIN');
  });

  it('tells beforehand what would come of it, warnings about the change included', async () => {
    const { registration, resourceVersion } = await read();
    const change = {
      registration: { ...registration, planeID: 'eu' },
      resourceVersion,
    };
    for (const [dryRun, outcome, writes] of [
      ['lint', 'not-asked', []],
      ['all', 'accepted', ['updatePlane dry']],
    ] as const) {
      const { status, body } = await put(change, `?dryRun=${dryRun}`);
      expect(status).toBe(200);
      const review = registrationReviewSchema.parse(body);
      expect(review.dryRun.outcome).toBe(outcome);
      expect(review.problems.map(({ code }) => code)).toContain(
        'plane-id-changed',
      );
      expect(review.manifest).toContain('planeID: eu');
      expect(review.manifest).not.toContain('futureField');
      expect(bench.writes()).toEqual(writes);
    }
  });

  it('is not disturbed by heartbeats, even in between', async () => {
    const { registration, resourceVersion } = await read();
    putEu({ metadata: { resourceVersion: '8' } });
    expect((await read()).resourceVersion).toBe(resourceVersion);
    const { resources } = bench;
    const update = resources.updatePlane.bind(resources);
    let beats = 0;
    resources.updatePlane = async (ref, object, options) => {
      if (!options.dryRun && beats < 2) {
        beats += 1;
        putEu({ metadata: { resourceVersion: `1${beats}` } });
      }
      return update(ref, object, options);
    };
    const { status } = await put({
      registration: { ...registration, planeID: 'eu' },
      resourceVersion,
    });
    expect(status).toBe(200);
    expect(bench.writes()).toEqual([
      'updatePlane dry',
      ...Array(3).fill('updatePlane'),
    ]);
  });

  it.each([
    ['the spec', { spec: { planeID: 'theirs' } }, 'planeID', 'theirs'],
    [
      'an annotation',
      { metadata: { annotations: { 'backstage.io/owner': 'team-b' } } },
      'owner',
      'team-b',
    ],
  ])(
    'shows both sides where somebody else changed %s',
    async (_, more, field, theirs) => {
      const { registration, resourceVersion } = await read();
      putEu(more);
      for (const query of ['', '?dryRun=all']) {
        const { status, body } = await put(
          { registration, resourceVersion },
          query,
        );
        expect(status).toBe(409);
        const { current } = registrationRefusalSchema.parse(body.error);
        expect(current?.registration[field]).toBe(theirs);
        expect(current).toEqual(await read());
      }
      expect(bench.writes()).toEqual([]);
      expect(JSON.stringify(bench.backend.audited)).not.toContain('BEGIN');
    },
  );

  it('shows both sides where somebody else changes it in between', async () => {
    const { registration, resourceVersion } = await read();
    const { resources } = bench;
    const update = resources.updatePlane.bind(resources);
    resources.updatePlane = async (ref, object, options) => {
      if (!options.dryRun) {
        putEu({
          metadata: { resourceVersion: '9' },
          spec: { planeID: 'theirs' },
        });
      }
      return update(ref, object, options);
    };
    const { status, body } = await put({
      registration: {
        ...registration,
        agentCA: {
          source: 'inline',
          value,
          storeIn: { namespace: 'acme', name: 'eu-ca', key: 'ca.crt' },
        },
      },
      resourceVersion,
    });
    expect(status).toBe(409);
    expect(body.error.current.registration.planeID).toBe('theirs');
    expect(
      body.error.problems.map(({ code }: { code: string }) => code),
    ).toEqual(['changed-meanwhile', 'secret-rolled-back']);
    expect(bench.writes().slice(-3)).toEqual([
      'createSecret',
      'updatePlane',
      'deleteSecret',
    ]);
  });

  it.each([
    ['controlPlane', 'other'],
    ['kind', 'WorkflowPlane'],
    ['namespace', 'globex'],
    ['name', 'us'],
  ])('refuses another %s', async (field, other) => {
    const { registration, resourceVersion } = await read();
    const change = {
      registration: { ...registration, [field]: other },
      resourceVersion,
    };
    const review = await put(change, '?dryRun=lint');
    expect(review.body.problems).toEqual([
      expect.objectContaining({ code: 'identity-changed', field }),
    ]);
    const { status } = await put(change);
    expect(status).toBe(400);
    expect(bench.writes()).toEqual([]);
  });

  it('lets nobody give a plane to those whose planes they may not change', async () => {
    const { registration, resourceVersion } = await read();
    bench.backend.decisions.set(
      UPDATE,
      conditional('IS_OWNER', { claims: ['group:default/team-a'] }),
    );
    for (const owner of ['team-b', undefined]) {
      const change = {
        registration: { ...registration, owner },
        resourceVersion,
      };
      const review = await put(change, '?dryRun=all');
      expect(review.body.problems[0]).toMatchObject({ field: 'owner' });
      const { status, body } = await put(change);
      expect(status).toBe(403);
      expect(body.error.message).toContain(UPDATE);
    }
    expect(bench.writes()).toEqual([]);
    expect((await put({ registration, resourceVersion })).status).toBe(200);
  });

  it('answers 404 where the plane is deleted in between', async () => {
    const { registration, resourceVersion } = await read();
    bench.resources.failures.updatePlane = failure('not-found');
    const { status } = await put({ registration, resourceVersion });
    expect(status).toBe(404);
  });

  it('writes nothing in mode manifest', async () => {
    await bench.stop();
    bench = await new RegistrationBench().start({ mode: 'manifest' });
    putEu();
    const { registration, resourceVersion } = await read();
    const { status, body } = await put({ registration, resourceVersion });
    expect(status).toBe(400);
    expect(body.error.message).toContain("'manifest'");
    expect(bench.writes()).toEqual([]);
  });

  it('refuses a body without a resourceVersion', async () => {
    const { registration } = await read();
    const { status, body } = await put({ registration });
    expect(status).toBe(400);
    expect(body.error.message).toContain('resourceVersion');
  });
});
