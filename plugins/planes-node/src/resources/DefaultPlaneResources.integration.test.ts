import { readFile } from 'node:fs/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import type {
  AgentCASecretManifest,
  PlaneManifest,
  PlaneRef,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  startTestControlPlane,
  type TestControlPlane,
} from '@openchoreo-planes/control-plane-sim';
import { DefaultPlaneResources } from './DefaultPlaneResources';
import type { ResourceOutcome } from './types';

jest.setTimeout(120_000);

const { signal } = new AbortController();
const directory = createMockDirectory();
const apiVersion = 'openchoreo.dev/v1alpha1';
const controlPlaneName = 'default';
const clusterAgent = { clientCA: { value: 'no certificate' } };

/** What differs between the generations. */
const RELEASES = [
  {
    release: 'v0.17.0',
    kinds: [
      'BuildPlane',
      'ClusterBuildPlane',
      'ClusterDataPlane',
      'ClusterObservabilityPlane',
      'DataPlane',
      'ObservabilityPlane',
    ],
    secretField: 'secretRef',
    otherSecretField: 'secretKeyRef',
    notServed: 'WorkflowPlane',
  },
  {
    release: 'v1.2.0',
    kinds: [
      'ClusterDataPlane',
      'ClusterObservabilityPlane',
      'ClusterWorkflowPlane',
      'DataPlane',
      'ObservabilityPlane',
      'WorkflowPlane',
    ],
    secretField: 'secretKeyRef',
    otherSecretField: 'secretRef',
    notServed: 'BuildPlane',
  },
] as const;

function dataPlane(
  name: string,
  spec: object = {},
  namespace = 'acme',
): PlaneManifest {
  return {
    apiVersion,
    kind: 'DataPlane',
    metadata: { name, namespace },
    spec: { planeID: name, clusterAgent, ...spec },
  };
}

function refOf({ kind, metadata }: PlaneManifest): PlaneRef {
  const { namespace, name } = metadata;
  return { controlPlane: controlPlaneName, kind, namespace, name };
}

/** The object of a request that must have succeeded. */
function objectOf(outcome: ResourceOutcome): {
  metadata: { uid: string; resourceVersion: string; [field: string]: unknown };
  spec: object;
} {
  if (!outcome.ok) {
    throw new Error(outcome.failure.message);
  }
  return Object(outcome.object);
}

/** The failure of a request that must have failed. */
function failureOf(outcome: ResourceOutcome) {
  if (outcome.ok) {
    throw new Error('The request succeeded');
  }
  return outcome.failure;
}

describe.each(RELEASES)(
  'DefaultPlaneResources with OpenChoreo $release',
  ({ release, kinds, secretField, otherSecretField, notServed }) => {
    let controlPlane: TestControlPlane;
    let resources: DefaultPlaneResources;

    beforeAll(async () => {
      controlPlane = await startTestControlPlane({ releases: [release] });
      await controlPlane.client.createNamespace('acme');
      await controlPlane.client.createNamespace('globex');
    });

    afterAll(async () => {
      await controlPlane?.stop();
    });

    beforeEach(() => {
      resources = DefaultPlaneResources.create([
        {
          name: controlPlaneName,
          connection: { type: 'kubeconfig', file: controlPlane.kubeconfigFile },
        },
      ]);
    });

    afterEach(() => {
      controlPlane.faults.clear();
      resources.close();
    });

    const create = (manifest: PlaneManifest, dryRun = false) =>
      resources.createPlane(controlPlaneName, manifest, { signal, dryRun });

    it('tells the kinds that are served, and their fields', async () => {
      const asked = () => resources.servedKinds(controlPlaneName, { signal });
      controlPlane.clearRequests();
      const [served, again] = await Promise.all([asked(), asked()]);
      expect(controlPlane.requests()).toHaveLength(2);
      expect(again).toEqual(served);
      expect(served.error).toBeUndefined();
      expect(served.kinds.map(({ kind }) => kind).sort()).toEqual(kinds);
      for (const { fields } of served.kinds) {
        expect(fields).toContain(`clusterAgent.clientCA.${secretField}`);
        expect(fields).not.toContain(
          `clusterAgent.clientCA.${otherSecretField}`,
        );
      }
    });

    it('lists the namespaces, unless it may not', async () => {
      const list = () => resources.namespaces(controlPlaneName, { signal });
      const remove = controlPlane.faults.fail({ plural: 'namespaces' }, 403);
      expect(await list()).toEqual({ items: [], complete: false });
      remove();
      const later = DefaultPlaneResources.create([
        {
          name: controlPlaneName,
          connection: { type: 'kubeconfig', file: controlPlane.kubeconfigFile },
        },
      ]);
      const namespaces = await later.namespaces(controlPlaneName, { signal });
      later.close();
      expect(namespaces).toEqual({
        items: expect.arrayContaining(['acme', 'globex']),
        complete: true,
      });
      expect(namespaces.items.join()).not.toMatch(/kube-/);
    });

    it('creates a plane, after a dry run that writes nothing', async () => {
      const manifest = dataPlane('created');
      const ref = refOf(manifest);
      const tried = objectOf(await create(manifest, true));
      expect(tried.spec).toEqual(manifest.spec);
      expect(failureOf(await resources.getPlane(ref, { signal }))).toEqual({
        reason: 'not-found',
        status: 404,
        message: expect.stringMatching(
          /^DataPlane acme\/created does not exist/,
        ),
        causes: [],
      });
      const created = objectOf(await create(manifest));
      const stored = objectOf(await resources.getPlane(ref, { signal }));
      expect(stored).toEqual(created);
      expect(stored.metadata.managedFields).toEqual([
        expect.objectContaining({ manager: 'backstage-planes' }),
      ]);
      for (const dryRun of [true, false]) {
        expect(failureOf(await create(manifest, dryRun))).toMatchObject({
          reason: 'already-exists',
          status: 409,
        });
      }
    });

    it('creates a cluster-scoped plane', async () => {
      const manifest: PlaneManifest = {
        apiVersion,
        kind: 'ClusterDataPlane',
        metadata: { name: 'created' },
        spec: { planeID: 'created', clusterAgent },
      };
      expect(failureOf(await create({ ...manifest, spec: {} }))).toMatchObject({
        reason: 'invalid',
        status: 422,
        causes: expect.arrayContaining([
          expect.objectContaining({
            field: 'spec.planeID',
            reason: 'FieldValueRequired',
          }),
        ]),
      });
      objectOf(await create(manifest));
      objectOf(await resources.getPlane(refOf(manifest), { signal }));
    });

    it.each([
      ['planeId', { planeId: 'eu' }, 'spec.planeId', 'FieldUnknown', 400],
      [
        'the secret field of another release',
        { clusterAgent: { clientCA: { [otherSecretField]: { name: 'ca' } } } },
        `spec.clusterAgent.clientCA.${otherSecretField}`,
        'FieldUnknown',
        400,
      ],
      [
        'a reference that is a string',
        { observabilityPlaneRef: 'default' },
        'spec.observabilityPlaneRef',
        'FieldValueTypeInvalid',
        422,
      ],
    ])(
      'tells the field that is wrong: %s',
      async (_, spec, field, reason, status) => {
        const failure = failureOf(await create(dataPlane('wrong', spec)));
        expect(failure).toMatchObject({
          reason: 'invalid',
          status,
          causes: [{ field, reason }],
        });
        expect(failure.message).toContain(field);
      },
    );

    it('tells a namespace and a kind that are not there', async () => {
      const lost = await create(dataPlane('lost', {}, 'ghost'), true);
      expect(failureOf(lost)).toEqual({
        reason: 'not-found',
        status: 404,
        message:
          "The namespace 'ghost' does not exist in this control plane: create it, or choose another",
        causes: [],
      });
      const unknown = await create({ ...dataPlane('lost'), kind: notServed });
      expect(failureOf(unknown)).toMatchObject({
        reason: 'not-served',
        status: 404,
      });
    });

    it('updates only what nobody else has changed meanwhile', async () => {
      const manifest = dataPlane('updated');
      const ref = refOf(manifest);
      const created = objectOf(await create(manifest));
      const changed = { ...created, spec: { ...manifest.spec, planeID: 'x' } };
      const update = (object: object, dryRun = false) =>
        resources.updatePlane(ref, object, { signal, dryRun });
      objectOf(await update(changed, true));
      expect(objectOf(await resources.getPlane(ref, { signal }))).toEqual(
        created,
      );
      const updated = objectOf(await update(changed));
      expect(updated.spec).toEqual(changed.spec);
      expect(failureOf(await update(created))).toMatchObject({
        reason: 'conflict',
        status: 409,
      });
      const wrong = { ...updated, spec: { ...changed.spec, planeId: 'x' } };
      expect(failureOf(await update(wrong))).toMatchObject({
        causes: [{ field: 'spec.planeId', reason: 'FieldUnknown' }],
      });
      await controlPlane.client.delete({ plural: 'dataplanes', ...ref });
      expect(failureOf(await update(updated)).reason).toMatch(
        /^(not-found|conflict)$/,
      );
    });

    it('keeps a Secret, gives it to its plane, and deletes none but its own', async () => {
      const manifest: AgentCASecretManifest = {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: {
          name: 'owner-agent-ca',
          namespace: 'acme',
          labels: { 'app.kubernetes.io/managed-by': 'backstage-planes' },
        },
        type: 'Opaque',
        stringData: { 'ca.crt': 'a certificate' },
      };
      const { metadata } = manifest;
      const key = { plural: 'secrets', group: '', ...metadata };
      const createSecret = (dryRun = false) =>
        resources.createSecret(controlPlaneName, manifest, { signal, dryRun });
      const deleteSecret = (uid: string) =>
        resources.deleteSecret(
          controlPlaneName,
          { ...metadata, uid },
          { signal },
        );
      objectOf(await createSecret(true));
      expect(await controlPlane.client.get(key)).toBeUndefined();
      const secret = objectOf(await createSecret());
      expect(failureOf(await createSecret())).toMatchObject({
        reason: 'already-exists',
        message: expect.stringMatching(/^Secret acme\/owner-agent-ca exists/),
      });

      const plane = dataPlane('owner');
      const { uid } = objectOf(await create(plane)).metadata;
      const owner = { ...refOf(plane), uid };
      objectOf(
        await resources.setSecretOwner(controlPlaneName, metadata, owner, {
          signal,
        }),
      );
      expect(await controlPlane.client.get(key)).toMatchObject({
        metadata: {
          labels: metadata.labels,
          ownerReferences: [
            { apiVersion, kind: 'DataPlane', name: 'owner', uid },
          ],
        },
        data: { 'ca.crt': Buffer.from('a certificate').toString('base64') },
      });

      const another = await deleteSecret(uid);
      expect(failureOf(another)).toMatchObject({ reason: 'conflict' });
      expect(await controlPlane.client.get(key)).toBeDefined();
      expect(await deleteSecret(secret.metadata.uid)).toMatchObject({
        ok: true,
      });
      expect(await controlPlane.client.get(key)).toBeUndefined();
      expect(failureOf(await deleteSecret(secret.metadata.uid))).toMatchObject({
        reason: 'not-found',
      });
    });

    it.each([
      [401, 'forbidden', false],
      [403, 'forbidden', false],
      [429, 'unavailable', false],
      [500, 'unavailable', true],
      [503, 'unavailable', true],
    ] as const)(
      'tells why it could not be done: %s',
      async (status, reason, mayBeDone) => {
        controlPlane.faults.fail({ plural: 'dataplanes' }, status);
        const failure = failureOf(await create(dataPlane('refused')));
        expect(failure).toMatchObject({ reason, status });
        expect(failure.mayBeDone === true).toBe(mayBeDone);
        const tried = failureOf(await create(dataPlane('refused'), true));
        expect(tried).toMatchObject({ reason, status });
        expect(tried).not.toHaveProperty('mayBeDone');
      },
    );

    it('says that a plane may be there when the answer was lost', async () => {
      const manifest = dataPlane('answer-lost');
      controlPlane.faults.garble({ plural: 'dataplanes' }, 'cut');
      expect(failureOf(await create(manifest))).toMatchObject({
        reason: 'unavailable',
        mayBeDone: true,
      });
      controlPlane.faults.clear();
      objectOf(await resources.getPlane(refOf(manifest), { signal }));
    });

    it('knows that nothing was sent to a server that it does not trust', async () => {
      const kubeconfig = await readFile(controlPlane.kubeconfigFile, 'utf8');
      directory.setContent({
        kubeconfig: kubeconfig.replace('certificate-authority-data', 'x-ca'),
      });
      const strangers = DefaultPlaneResources.create([
        {
          name: controlPlaneName,
          connection: {
            type: 'kubeconfig',
            file: directory.resolve('kubeconfig'),
          },
        },
      ]);
      const outcome = await strangers.createPlane(
        controlPlaneName,
        dataPlane('untrusted'),
        { signal },
      );
      strangers.close();
      expect(failureOf(outcome)).toEqual({
        reason: 'unavailable',
        message: expect.stringMatching(
          /certificate is not signed by the CA in the kubeconfig$/,
        ),
        causes: [],
      });
    });

    it('ends when the caller cancels', async () => {
      controlPlane.faults.hang({ plural: 'dataplanes' });
      const abort = new AbortController();
      const request = resources.createPlane(
        controlPlaneName,
        dataPlane('cancelled'),
        { signal: abort.signal },
      );
      abort.abort(new Error('gone'));
      await expect(request).rejects.toThrow('gone');
    });
  },
);
