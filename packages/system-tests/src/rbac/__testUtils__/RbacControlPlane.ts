import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  startTestControlPlane,
  type TestControlPlane,
} from '@openchoreo-planes/control-plane-sim';
import { z } from 'zod';
import { until } from '../../__testUtils__/until';
import { KubernetesCaller } from './KubernetesCaller';
import { Portal } from './Portal';
import {
  readManifests,
  type Role,
  type RoleRule,
  rolesOf,
} from './rbacManifests';
import { neededFor, type PathRequest, type Right } from './rights';

/** Between them, these serve every kind that the plugins know. */
const RELEASES = ['v0.14.0', 'v0.17.0', 'v1.2.0'];
const NAMESPACES = ['acme', 'backstage', 'openchoreo-control-plane'];
const SERVICE_ACCOUNT =
  '/api/v1/namespaces/backstage/serviceaccounts/backstage-planes';
const REVIEWS = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
const RBAC_GROUP = 'rbac.authorization.k8s.io';

/** Not among the definitions that the tests have: nothing else looks at projects. */
const PROJECTS = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'projects.openchoreo.dev' },
  spec: {
    group: 'openchoreo.dev',
    scope: 'Namespaced',
    names: { kind: 'Project', plural: 'projects', singular: 'project' },
    versions: [
      {
        name: 'v1alpha1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            'x-kubernetes-preserve-unknown-fields': true,
          },
        },
      },
    ],
  },
};

const tokenSchema = z.object({ status: z.object({ token: z.string() }) });
const reviewSchema = z.object({ status: z.object({ allowed: z.boolean() }) });

/** A control plane with roles, in which the portal has a service account with the manifests of the documentation. */
export class RbacControlPlane {
  readonly roles: readonly Role[];
  readonly #controlPlane: TestControlPlane;
  readonly #account: KubernetesCaller;
  readonly #directory: string;

  static async start(): Promise<RbacControlPlane> {
    const controlPlane = await startTestControlPlane({ releases: RELEASES });
    try {
      const { client, kubeconfigFile } = controlPlane;
      await Promise.all(NAMESPACES.map(name => client.createNamespace(name)));
      await client.create(PROJECTS);
      const manifests = await readManifests();
      for (const manifest of manifests) {
        await client.create(manifest);
      }
      const admin = await KubernetesCaller.open(kubeconfigFile);
      const answer = await admin.post(`${SERVICE_ACCOUNT}/token`, {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec: {},
      });
      const account = admin.as(tokenSchema.parse(answer).status.token);
      const directory = await mkdtemp(join(tmpdir(), 'rbac-'));
      const started = new RbacControlPlane(
        controlPlane,
        account,
        directory,
        rolesOf(manifests),
      );
      await writeFile(started.#kubeconfigFile, account.toKubeconfig(), {
        mode: 0o600,
      });
      return started;
    } catch (error) {
      await controlPlane.stop();
      throw error;
    }
  }

  private constructor(
    controlPlane: TestControlPlane,
    account: KubernetesCaller,
    directory: string,
    roles: readonly Role[],
  ) {
    this.#controlPlane = controlPlane;
    this.#account = account;
    this.#directory = directory;
    this.roles = roles;
  }

  get client(): TestControlPlane['client'] {
    return this.#controlPlane.client;
  }

  get #kubeconfigFile(): string {
    return join(this.#directory, 'kubeconfig');
  }

  /** Starts the portal with the service account, which is all that it has. */
  startPortal(): Promise<Portal> {
    return Portal.start(this.#kubeconfigFile);
  }

  /** What the portal has needed so far. */
  needed(): { rights: Set<Right>; paths: Set<string> } {
    const all = this.#controlPlane
      .requests()
      .filter(({ path }) => path !== REVIEWS)
      .filter(({ path }) => !path.startsWith(SERVICE_ACCOUNT))
      .map(neededFor);
    return {
      rights: new Set(all.filter(isRight)),
      paths: new Set(all.filter(isPath).map(({ path }) => path)),
    };
  }

  /** Takes a rule away from its role. @returns what puts it back; both resolve when the API server acts by it */
  async without({ role, index, rule }: RoleRule): Promise<() => Promise<void>> {
    await this.#setRules(role, role.rules.toSpliced(index, 1));
    await this.#untilReviewed(role, rule, false);
    return async () => {
      await this.#setRules(role, role.rules);
      await this.#untilReviewed(role, rule, true);
    };
  }

  async stop(): Promise<void> {
    await rm(this.#directory, { recursive: true, force: true });
    await this.#controlPlane.stop();
  }

  async #setRules({ kind, metadata }: Role, rules: Role['rules']) {
    await this.client.patch(
      {
        group: RBAC_GROUP,
        plural: `${kind.toLowerCase()}s`,
        ...metadata,
      },
      { rules },
    );
  }

  /** The API server hears of changed roles a moment later. */
  async #untilReviewed(
    { metadata: { namespace } }: Role,
    {
      apiGroups: [group],
      resources: [resource],
      verbs: [verb],
    }: RoleRule['rule'],
    expected: boolean,
  ): Promise<void> {
    const resourceAttributes = { group, resource, verb, namespace };
    await until(
      () =>
        this.#account.post(REVIEWS, {
          apiVersion: 'authorization.k8s.io/v1',
          kind: 'SelfSubjectAccessReview',
          spec: { resourceAttributes },
        }),
      answer => reviewSchema.parse(answer).status.allowed === expected,
    );
  }
}

function isPath(needed: Right | PathRequest): needed is PathRequest {
  return typeof needed === 'object';
}

function isRight(needed: Right | PathRequest): needed is Right {
  return typeof needed === 'string';
}
