import { registrationReviewSchema } from '@openchoreo-planes/backstage-plugin-planes-common';
import { conditional } from '../__testUtils__/PlanesTestBackend';
import {
  agentCA,
  failure,
  RegistrationBench,
} from './__testUtils__/RegistrationBench';
import { servedByV0 } from './__testUtils__/servedKinds';

const CREATE = 'openchoreo.plane.create';
const READ = 'openchoreo.plane.read';
const STORE = { namespace: 'acme', name: 'new-agent-ca', key: 'ca.crt' };

describe('POST /registrations?dryRun=', () => {
  let bench: RegistrationBench;
  let value: string;

  beforeAll(async () => {
    value = await agentCA();
  });

  beforeEach(async () => {
    bench = await new RegistrationBench().start();
  });

  afterEach(() => bench.stop());

  function registration(more: object = {}): Record<string, unknown> {
    return {
      controlPlane: 'default',
      kind: 'DataPlane',
      namespace: 'acme',
      name: 'new',
      agentCA: { source: 'inline', value },
      ...more,
    };
  }

  async function review(dryRun: 'lint' | 'all', more: object = {}) {
    const { status, body, headers } = await bench.post(
      registration(more),
      `?dryRun=${dryRun}`,
    );
    expect(body.error).toBeUndefined();
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    return registrationReviewSchema.parse(body);
  }

  async function codes(more: object) {
    const { problems } = await review('lint', more);
    return problems.map(({ code, field }) => `${code} ${field ?? ''}`);
  }

  it('lint: gives the manifest and how to apply it, and asks the API server for nothing but kinds', async () => {
    const { problems, manifest, commands, dryRun } = await review('lint', {
      agentCA: { source: 'inline', value, storeIn: STORE },
    });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(manifest).toMatch(
      /^[^]*kind: Secret[^]*---[^]*kind: DataPlane[^]*secretKeyRef:/,
    );
    expect(commands).toEqual([
      {
        purpose: expect.stringContaining('the Secret comes first'),
        command: 'kubectl apply -f dataplane-new.yaml',
      },
    ]);
    expect(dryRun).toEqual({ outcome: 'not-asked', warnings: [] });
    expect(bench.resources.requests.map(({ method }) => method)).toEqual([
      'servedKinds',
    ]);
    expect(bench.backend.audited).toEqual([]);
  });

  it('lint: the manifest is of the release that the control plane is of', async () => {
    bench.resources.serve(servedByV0);
    const { manifest } = await review('lint', {
      kind: 'BuildPlane',
      agentCA: { source: 'secret', secretKeyRef: STORE },
    });
    expect(manifest).toMatch(/kind: BuildPlane[^]*secretRef:/);
    expect(await codes({ kind: 'WorkflowPlane' })).toContainEqual(
      expect.stringMatching(/ kind$/),
    );
  });

  it('lint: what is incomplete has problems, but no manifest', async () => {
    const { problems, manifest, commands } = await review('lint', {
      name: undefined,
      namespace: undefined,
    });
    expect(problems.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['name', 'namespace']),
    );
    expect({ manifest, commands }).toEqual({ commands: [] });
  });

  it('lint: names the planes around it', async () => {
    expect(await codes({ name: 'eu' })).toContain('name-taken name');
    const { problems } = await review('lint', { planeID: 'shared' });
    const shared = problems.find(({ code }) => code === 'plane-id-shared');
    expect(shared?.message).toMatch(/DataPlane acme\/eu.*DataPlane globex\/us/);
    expect(
      await codes({
        observabilityPlaneRef: { kind: 'ObservabilityPlane', name: 'none' },
      }),
    ).toContainEqual(expect.stringMatching(/^observability-plane-dangling /));
  });

  it('lint: names no planes that the caller may not see, but counts them', async () => {
    bench.backend.decisions.set(
      READ,
      conditional('IN_NAMESPACE', { namespaces: ['acme'] }),
    );
    const { problems } = await review('lint', {
      namespace: 'globex',
      name: 'us',
      planeID: 'shared',
      observabilityPlaneRef: {
        kind: 'ClusterObservabilityPlane',
        name: 'default',
      },
    });
    expect(problems[0]).toMatchObject({
      code: 'name-taken',
      field: 'name',
      message: expect.stringContaining('which you may not see'),
    });
    expect(
      problems.find(({ code }) => code === 'plane-id-shared')?.message,
    ).not.toContain('us');
    // It exists, though the caller may not see it.
    expect(problems.map(({ code }) => code)).not.toContain(
      'observability-plane-dangling',
    );
    const other = await review('lint', { planeID: 'shared' });
    expect(
      other.problems.find(({ code }) => code === 'plane-id-shared-hidden'),
    ).toMatchObject({
      severity: 'info',
      field: 'planeID',
      message: expect.stringContaining('1 plane that you may not see'),
    });
    expect(JSON.stringify(other)).not.toContain('globex');
  });

  it('a control plane that is not configured is contacted by nobody', async () => {
    const { problems } = await review('all', { controlPlane: '../other' });
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'control-plane-unknown',
        field: 'controlPlane',
        remedy: expect.stringContaining('default'),
      }),
    );
    expect(bench.resources.requests).toEqual([]);
  });

  it('a control plane that does not answer is no fault of a field', async () => {
    bench.resources.served.clear();
    const { problems, dryRun } = await review('all');
    expect(problems).toEqual([
      expect.objectContaining({ code: 'control-plane-unavailable' }),
    ]);
    expect(problems[0].field).toBeUndefined();
    expect(dryRun).toMatchObject({
      outcome: 'unavailable',
      message: expect.stringContaining('not known'),
    });
    expect(bench.writes()).toEqual([]);
  });

  it('all: asks about the Secret and the plane, and passes warnings on', async () => {
    bench.resources.warnings = ['unknown field "spec.x"'];
    const { dryRun } = await review('all', {
      agentCA: { source: 'inline', value, storeIn: STORE },
    });
    expect(dryRun).toEqual({
      outcome: 'accepted',
      warnings: ['unknown field "spec.x"', 'unknown field "spec.x"'],
    });
    expect(bench.writes().sort()).toEqual([
      'createPlane dry',
      'createSecret dry',
    ]);
    expect(bench.backend.audited).toEqual([
      expect.objectContaining({
        eventId: 'plane-register',
        severityLevel: 'low',
        outcome: 'success',
      }),
    ]);
  });

  it('all: does not ask while something blocks', async () => {
    const { dryRun } = await review('all', { name: 'Bad_Name' });
    expect(dryRun.outcome).toBe('not-asked');
    expect(bench.writes()).toEqual([]);
  });

  it('all: tells of both what the API server refuses', async () => {
    bench.resources.dryRunFailure = failure('already-exists');
    const { dryRun, problems } = await review('all', {
      agentCA: { source: 'inline', value, storeIn: STORE },
    });
    expect(dryRun.outcome).toBe('refused');
    expect(problems.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['name', 'agentCA.storeIn.name']),
    );
  });

  it.each([
    ['forbidden', 'unavailable', ['portal-forbidden']],
    ['unavailable', 'unavailable', []],
    ['not-found', 'refused', ['namespace-not-found']],
  ] as const)('all: %s is %s', async (reason, outcome, expected) => {
    bench.resources.dryRunFailure = failure(reason);
    const { dryRun, problems } = await review('all');
    expect(dryRun.outcome).toBe(outcome);
    expect(
      problems
        .filter(({ severity }) => severity === 'error')
        .map(({ code }) => code),
    ).toEqual(expected);
  });

  describe('with conditions', () => {
    it.each([
      ['IS_PLANE_TYPE', { planeTypes: ['workflow'] }],
      ['IN_NAMESPACE', { namespaces: ['globex'] }],
      ['IS_OWNER', { claims: ['group:default/others'] }],
    ])('%s: refuses without contacting anybody', async (rule, params) => {
      bench.backend.decisions.set(CREATE, conditional(rule, params));
      for (const query of ['?dryRun=lint', '?dryRun=all', '']) {
        const { status, body } = await bench.post(
          registration({ name: undefined }),
          query,
        );
        expect(status).toBe(403);
        expect(body.error.message).toContain(CREATE);
      }
      expect(bench.resources.requests).toEqual([]);
      // What cannot be told yet is not refused.
      await review('lint', { kind: undefined });
    });

    it.each([
      ['IS_PLANE_TYPE', { planeTypes: ['data'] }],
      ['IN_NAMESPACE', { namespaces: ['acme'] }],
    ])('%s: admits', async (rule, params) => {
      bench.backend.decisions.set(CREATE, conditional(rule, params));
      expect((await review('all')).dryRun.outcome).toBe('accepted');
    });

    it('IS_OWNER: tells whom to name as the owner', async () => {
      bench.backend.decisions.set(
        CREATE,
        conditional('IS_OWNER', { claims: ['user:default/mock'] }),
      );
      const { problems, dryRun } = await review('all');
      expect(problems[0]).toMatchObject({
        field: 'owner',
        remedy: 'Set the owner to user:default/mock.',
      });
      expect(dryRun.outcome).toBe('not-asked');
      const written = await bench.post(registration());
      expect(written.status).toBe(403);
      expect(written.body.error.problems).toHaveLength(1);
      const owned = await review('all', { owner: 'user:mock' });
      expect(owned.dryRun.outcome).toBe('accepted');
    });
  });
});
