import {
  PLANE_KINDS,
  type PlaneKind,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { createAgentCa } from '@openchoreo-planes/control-plane-sim';
import { OBJECTS } from './__testUtils__/objects';
import type { Portal } from './__testUtils__/Portal';
import { RbacControlPlane } from './__testUtils__/RbacControlPlane';
import { rightsOf, rulesOf } from './__testUtils__/rbacManifests';
import { until } from '../__testUtils__/until';

const API_VERSION = 'openchoreo.dev/v1alpha1';
const DAY_MS = 24 * 60 * 60_000;

/** One line for what does not work; undefined where it works. */
type Check = (portal: Portal) => Promise<string | undefined>;

/** Only the real API server has roles; the simulator's rules are its own. */
const hasRoles = process.env.CONTROL_PLANE_IMPLEMENTATION === 'kube-apiserver';

(hasRoles ? describe : describe.skip)('the manifests of rights', () => {
  let controlPlane: RbacControlPlane;
  let value: string;

  beforeAll(async () => {
    const now = Date.now();
    ({ pem: value } = await createAgentCa({
      commonName: 'agents',
      notBefore: now - DAY_MS,
      notAfter: now + 400 * DAY_MS,
    }));
    controlPlane = await RbacControlPlane.start();
    for (const object of OBJECTS) {
      await controlPlane.client.create(object);
    }
  });

  afterAll(() => controlPlane?.stop());

  function registration(kind: PlaneKind, more: object = {}) {
    return {
      registration: {
        controlPlane: 'default',
        kind,
        ...(!kind.startsWith('Cluster') && { namespace: 'acme' }),
        name: kind.toLowerCase(),
        planeID: 'new',
        agentCA: { source: 'inline', value },
        ...(kind.endsWith('ObservabilityPlane') && {
          observerURL: 'https://observer.example.com',
        }),
        ...more,
      },
    };
  }

  function storedIn(namespace: string, name: string) {
    const storeIn = { namespace, name, key: 'ca.crt' };
    return { agentCA: { source: 'inline', value, storeIn } };
  }

  /** Registers a plane, or says what the portal may not. */
  async function register(portal: Portal, body: object, query = '') {
    const { body: answer } = await portal.post(
      `/api/planes/registrations${query}`,
      body,
    );
    const problems: { code: string; severity: string; message: string }[] =
      answer.problems ?? answer.error.problems ?? [];
    return problems.find(({ severity }) => severity === 'error')?.message;
  }

  async function registerAndChange(portal: Portal, kind: PlaneKind) {
    expect(await register(portal, registration(kind))).toBeUndefined();
    const uid = await portal.uidOfPlane(kind.toLowerCase());
    const path = `/api/planes/planes/${uid}`;
    const { body } = await portal.get(`${path}/registration`);
    const { registration: before, resourceVersion } = body;
    const change = {
      registration: { ...before, planeID: 'changed' },
      resourceVersion,
    };
    const { status, body: said } = await portal.put(path, change);
    expect([status, said.error?.message]).toEqual([200, undefined]);
  }

  async function rerun(portal: Portal, name: string, parameters = {}) {
    const path = await portal.pathOfRun(name);
    const { status, body } = await portal.post(`${path}/rerun`, { parameters });
    return status === 201 ? undefined : String(body.error.message);
  }

  async function dependentsOf(portal: Portal, plane: string) {
    const uid = await portal.uidOfPlane(plane);
    const { body } = await portal.get(`/api/planes/planes/${uid}/dependents`);
    return body.problems[0]?.message;
  }

  async function namespacesKnown(portal: Portal) {
    const { body } = await portal.get('/api/planes/kinds');
    return body.controlPlanes[0].namespaces.complete
      ? undefined
      : 'not every namespace is offered';
  }

  it('hold all that the portal needs, and nothing that it does not', async () => {
    const portal = await controlPlane.startPortal();
    try {
      const { sources } = await portal.planes();
      expect(sources.map(({ state }) => state)).toEqual(
        PLANE_KINDS.map(() => 'live'),
      );
      for (const { kind } of PLANE_KINDS) {
        await registerAndChange(portal, kind);
      }
      expect(await dependentsOf(portal, 'dataplane')).toBeUndefined();
      expect(await dependentsOf(portal, 'workflowplane')).toBeUndefined();
      expect(await namespacesKnown(portal)).toBeUndefined();

      const stored = storedIn('openchoreo-control-plane', 'stored');
      expect(
        await register(
          portal,
          registration('ClusterDataPlane', { name: 'stored', ...stored }),
        ),
      ).toBeUndefined();
      await createAndDeleteSecret(portal);

      for (const name of ['own', 'shared', 'component', 'build']) {
        expect(await rerun(portal, name, { any: 'other' })).toBeUndefined();
      }

      const granted = rulesOf(controlPlane.roles).flatMap(rightsOf).sort();
      const { rights, paths } = await until(
        () => controlPlane.needed(),
        // Watches begin by themselves, a moment after their lists.
        needed =>
          granted
            .filter(right => right.startsWith('watch '))
            .every(right => needed.rights.has(right)),
      );
      expect([...rights].sort()).toEqual(granted);
      // Everybody with a token may read these, by the default role 'system:discovery'.
      expect([...paths].sort()).toEqual([
        `/apis/${API_VERSION}`,
        `/openapi/v3/apis/${API_VERSION}`,
      ]);
    } finally {
      await portal.stop();
    }
  });

  /** As it is taken back where the API server refuses the plane after all. */
  async function createAndDeleteSecret({ resources }: Portal) {
    const { signal } = new AbortController();
    const metadata = {
      namespace: 'openchoreo-control-plane',
      name: 'brief',
      labels: {},
    };
    const created = await resources.createSecret(
      'default',
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata,
        type: 'Opaque',
        stringData: { 'ca.crt': value },
      },
      { signal },
    );
    const { uid } = Object(created.ok && Object(created.object).metadata);
    const deleted = await resources.deleteSecret(
      'default',
      { ...metadata, uid },
      { signal },
    );
    expect(deleted).toMatchObject({ ok: true });
  }

  const checks: Record<string, Check> = {
    'planes are seen': async portal =>
      (await portal.planes()).sources.find(({ state }) => state !== 'live')
        ?.error,
    'environments on a plane are seen': portal =>
      dependentsOf(portal, 'present'),
    'runs are seen': async portal =>
      (await portal.runs()).sources.find(({ state }) => state !== 'live')
        ?.error,
    'the build plane of a project is known': async portal => {
      const { plane } = await portal.run('component');
      return plane?.name === 'builds' ? undefined : 'the plane is not known';
    },
    'planes are registered': portal =>
      register(portal, registration('DataPlane', { name: 'a' }), '?dryRun=all'),
    'namespaces are offered': namespacesKnown,
    'the CA of agents is stored as a Secret': portal =>
      register(
        portal,
        registration('ClusterDataPlane', {
          name: 'a',
          ...storedIn('openchoreo-control-plane', 'a'),
        }),
        '?dryRun=all',
      ),
    'workflows are run again': portal => rerun(portal, 'shared'),
  };

  /** What breaks without a rule, in the order of the manifests. */
  const brokenWithout = [
    ['backstage-planes-reader', 'planes are seen'],
    ['backstage-planes-reader', 'environments on a plane are seen'],
    ['backstage-planes-reader', 'runs are seen'],
    ['backstage-planes-reader', 'the build plane of a project is known'],
    ['backstage-planes-registrar', 'planes are registered'],
    ['backstage-planes-registrar', 'namespaces are offered'],
    ['backstage-planes-agent-ca', 'the CA of agents is stored as a Secret'],
    ['backstage-planes-workflow-runner', 'workflows are run again'],
  ] as const;

  it('have no rule without which everything works', async () => {
    const rules = rulesOf(controlPlane.roles);
    expect(rules.map(({ role }) => role.metadata.name)).toEqual(
      brokenWithout.map(([role]) => role),
    );
    for (const [at, [, what]] of brokenWithout.entries()) {
      const giveBack = await controlPlane.without(rules[at]);
      const without = await controlPlane.startPortal();
      expect({ what, problem: await checks[what](without) }).toEqual({
        what,
        problem: expect.any(String),
      });
      await without.stop();
      await giveBack();
    }
    const portal = await controlPlane.startPortal();
    for (const [what, check] of Object.entries(checks)) {
      expect({ what, problem: await check(portal) }).toEqual({ what });
    }
    await portal.stop();
  });
});
