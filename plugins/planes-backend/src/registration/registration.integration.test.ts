import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  type PlaneKind,
  planeKindInfo,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  startTestControlPlane,
  type TestControlPlane,
} from '@openchoreo-planes/control-plane-sim';
import request from 'supertest';
import { planesPlugin } from '../plugin';
import { agentCA } from './__testUtils__/RegistrationBench';

jest.setTimeout(120_000);

const RELEASES: { release: string; kinds: PlaneKind[]; secretRef: string }[] = [
  {
    release: 'v0.17.0',
    kinds: [
      'BuildPlane',
      'ClusterBuildPlane',
      'DataPlane',
      'ClusterDataPlane',
      'ObservabilityPlane',
      'ClusterObservabilityPlane',
    ],
    secretRef: 'secretRef',
  },
  {
    release: 'v1.2.0',
    kinds: [
      'WorkflowPlane',
      'ClusterWorkflowPlane',
      'DataPlane',
      'ClusterDataPlane',
      'ObservabilityPlane',
      'ClusterObservabilityPlane',
    ],
    secretRef: 'secretKeyRef',
  },
];

interface Problem {
  readonly code: string;
  readonly field?: string;
  readonly severity: string;
}

describe.each(RELEASES)(
  'registration with OpenChoreo $release',
  ({ release, kinds, secretRef }) => {
    let controlPlane: TestControlPlane;
    let backend: Awaited<ReturnType<typeof startTestBackend>>;
    let value: string;

    beforeAll(async () => {
      value = await agentCA();
      controlPlane = await startTestControlPlane({ releases: [release] });
      await controlPlane.client.createNamespace('acme');
      backend = await startTestBackend({
        features: [
          planesPlugin,
          mockServices.rootConfig.factory({
            data: {
              openchoreo: {
                controlPlanes: [
                  {
                    name: 'default',
                    kubeconfig: { file: controlPlane.kubeconfigFile },
                  },
                ],
              },
            },
          }),
        ],
      });
    });

    afterAll(async () => {
      await backend?.stop();
      await controlPlane?.stop();
    });

    afterEach(() => controlPlane.faults.clear());

    function registration(kind: PlaneKind, more: object = {}) {
      const { scope, planeType } = planeKindInfo(kind);
      return {
        controlPlane: 'default',
        kind,
        ...(scope === 'Namespaced' && { namespace: 'acme' }),
        name: `new-${kind.toLowerCase()}`,
        displayName: 'New: "plane" # 1',
        planeID: 'new',
        agentCA: { source: 'inline', value },
        ...(planeType === 'observability' && {
          observerURL: 'https://observer.example.com',
        }),
        ...more,
      };
    }

    function post(body: object, query = '') {
      return request(backend.server)
        .post(`/api/planes/registrations${query}`)
        .send({ registration: body });
    }

    function keyOf({
      kind,
      namespace,
      name,
    }: {
      kind: PlaneKind;
      namespace?: string;
      name: string;
    }) {
      return { plural: planeKindInfo(kind).plural, namespace, name };
    }

    it('tells the kinds', async () => {
      const { body } = await request(backend.server).get('/api/planes/kinds');
      const [{ kinds: served, namespaces, error }] = body.controlPlanes;
      expect(error).toBeUndefined();
      expect(
        served.map(({ kind }: { kind: PlaneKind }) => kind).sort(),
      ).toEqual([...kinds].sort());
      expect(namespaces.items).toContain('acme');
    });

    it.each(kinds)('registers a %s, and never a second time', async kind => {
      const plane = registration(kind);
      const review = await post(plane, '?dryRun=all');
      expect(review.body.dryRun).toEqual({ outcome: 'accepted', warnings: [] });
      expect(await controlPlane.client.get(keyOf(plane))).toBeUndefined();

      const { status, body } = await post(plane);
      expect(status).toBe(201);
      const created = await controlPlane.client.get(keyOf(plane));
      expect(created).toMatchObject({
        metadata: {
          uid: body.plane.uid,
          annotations: { 'openchoreo.dev/display-name': 'New: "plane" # 1' },
        },
        spec: { planeID: 'new', clusterAgent: { clientCA: { value } } },
      });

      const again = await post(plane);
      expect(again.status).toBe(409);
      expect(again.body.error.problems).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ code: 'name-taken', field: 'name' }),
        ]),
      );
      expect(await controlPlane.client.get(keyOf(plane))).toEqual(created);
    });

    it('stores the agent CA in a Secret that goes with the plane', async () => {
      const storeIn = { namespace: 'acme', name: 'stored-ca', key: 'ca.crt' };
      const plane = registration('DataPlane', {
        name: 'stored',
        agentCA: { source: 'inline', value, storeIn },
      });
      const { status, body } = await post(plane);
      expect(status).toBe(201);
      const created = await controlPlane.client.get(keyOf(plane));
      expect(created?.spec).toMatchObject({
        clusterAgent: {
          clientCA: {
            [secretRef]: expect.objectContaining({ name: 'stored-ca' }),
          },
        },
      });
      const secret = { plural: 'secrets', group: '', ...storeIn };
      expect(
        (await controlPlane.client.get(secret))?.metadata.ownerReferences,
      ).toEqual([expect.objectContaining({ uid: body.plane.uid })]);

      const other = { ...plane, name: 'other' };
      const refused = await post(other);
      expect(refused.status).toBe(409);
      expect(refused.body.error.problems).toContainEqual(
        expect.objectContaining({ field: 'agentCA.storeIn.name' }),
      );
      expect(await controlPlane.client.get(keyOf(other))).toBeUndefined();
    });

    it.each<
      [string, { storeIn?: object; namespace?: string }, Partial<Problem>]
    >([
      [
        'a namespace that is missing',
        { namespace: 'ghost' },
        { code: 'namespace-not-found', field: 'namespace' },
      ],
      [
        'a Secret in a namespace that is missing',
        { storeIn: { namespace: 'ghost', name: 'a', key: 'b' } },
        { code: 'namespace-not-found', field: 'agentCA.storeIn.namespace' },
      ],
    ])(
      'says what is wrong with %s',
      async (_, { storeIn, ...more }, problem) => {
        const { body } = await post(
          registration('DataPlane', {
            name: 'lost',
            agentCA: { source: 'inline', value, storeIn },
            ...more,
          }),
          '?dryRun=all',
        );
        expect(body.problems).toContainEqual(expect.objectContaining(problem));
      },
    );

    it('names the manifest of rights where the portal may not create planes', async () => {
      controlPlane.faults.fail({ plural: 'dataplanes', verb: 'other' }, 403);
      const plane = registration('DataPlane', { name: 'denied' });
      const review = await post(plane, '?dryRun=all');
      expect(review.body.dryRun.outcome).toBe('unavailable');
      expect(review.body.problems[0].remedy).toContain(
        'rbac-registration.yaml',
      );
      const { status } = await post(plane);
      expect(status).toBe(503);
      controlPlane.faults.clear();
      expect(await controlPlane.client.get(keyOf(plane))).toBeUndefined();
    });

    it('changes a plane, and says when somebody else has', async () => {
      const plane = registration('DataPlane', { name: 'changing' });
      const { body: created } = await post(plane);
      const path = `/api/planes/planes/${created.plane.uid}`;
      const read = await untilFound(() =>
        request(backend.server).get(`${path}/registration`),
      );
      const change = {
        registration: { ...read.registration, planeID: 'changed' },
        resourceVersion: read.resourceVersion,
      };
      // Like a heartbeat.
      await controlPlane.client.patch(
        keyOf(plane),
        { status: { observedGeneration: 1 } },
        { subresource: 'status' },
      );
      const { status } = await request(backend.server).put(path).send(change);
      expect(status).toBe(200);
      expect((await controlPlane.client.get(keyOf(plane)))?.spec).toMatchObject(
        { planeID: 'changed', clusterAgent: { clientCA: { value } } },
      );
      const late = await request(backend.server).put(path).send(change);
      expect(late.status).toBe(409);
      expect(late.body.error.current.registration.planeID).toBe('changed');
    });
  },
);

/** The body of an answer once the watch has brought the plane in. */
async function untilFound(get: () => request.Test) {
  for (;;) {
    const { status, body } = await get();
    if (status !== 404) {
      expect(status).toBe(200);
      return body;
    }
    await new Promise(resolve => {
      setImmediate(resolve);
    });
  }
}
