import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import {
  AuthorizeResult,
  type DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';
import { connectionTestReportSchema } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  TestClusterGateways,
  TestPlaneInventory,
} from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import { CurrentFleet } from '../planes';
import { manifest } from '../connectionTest/__testUtils__/planes';
import { ConnectionTests } from '../connectionTest';
import { PlaneAuthorizer } from '../permissions';
import { registerConnectionTestAction } from './registerConnectionTestAction';

const CONTROL_PLANES = ['default', 'other'];

describe('the action test-plane-connection', () => {
  let inventory: TestPlaneInventory;
  let gateways: TestClusterGateways;
  let denied: string | undefined;
  const actionsRegistry = actionsRegistryServiceMock();
  const audited: { meta: object; outcome?: string }[] = [];

  beforeAll(() => {
    inventory = new TestPlaneInventory(CONTROL_PLANES);
    gateways = new TestClusterGateways(CONTROL_PLANES);
    inventory.listAll([
      manifest('DataPlane', 'eu'),
      manifest('DataPlane', 'twice'),
      manifest('ClusterDataPlane', 'shared'),
    ]);
    inventory.listAll(
      [manifest('DataPlane', 'twice', {}, { uid: 'twice-other-uid' })],
      'other',
    );
    const permissions = mockServices.permissions.mock({
      authorizeConditional: async requests =>
        requests.map(
          ({ permission }): DefinitivePolicyDecision => ({
            result:
              permission.name === denied
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
          }),
        ),
    });
    registerConnectionTestAction({
      actionsRegistry,
      inventory,
      clusterScopedNamespace: 'platform',
      auth: mockServices.auth(),
      auditor: mockServices.auditor.mock({
        createEvent: async ({ meta = {} }) => {
          const record: (typeof audited)[number] = { meta };
          audited.push(record);
          return {
            success: async more => {
              Object.assign(record, { outcome: 'success' });
              Object.assign(record.meta, more?.meta);
            },
            fail: async () => {
              Object.assign(record, { outcome: 'fail' });
            },
          };
        },
      }),
      authorizer: new PlaneAuthorizer({
        permissions,
        permissionsRegistry: mockServices.permissionsRegistry.mock(),
        defaultOwner: 'unknown',
      }),
      limits: { take: async () => {} },
      tests: new ConnectionTests({
        fleet: new CurrentFleet(inventory),
        inventory,
        gateways,
        store: { get: async () => undefined, save: async () => {} },
        clusters: { remember: () => {} },
        config: { timeoutMs: 1_000, cacheForMs: 1, maxConcurrent: 5 },
        staleAfterMs: 300_000,
        logger: mockServices.logger.mock(),
      }),
    });
  });

  beforeEach(() => {
    denied = undefined;
    audited.length = 0;
    for (const name of CONTROL_PLANES) {
      gateways.gateway(name).requests.length = 0;
    }
  });

  async function test(input: Record<string, string | boolean>) {
    const { output } = await actionsRegistry.invoke({
      id: 'test:test-plane-connection',
      input,
      credentials: mockCredentials.user('user:default/ada'),
    });
    return connectionTestReportSchema.parse(
      typeof output === 'object' && output && 'report' in output
        ? output.report
        : undefined,
    );
  }

  it.each([
    [{ uid: 'eu-uid' }, 'eu-uid'],
    [{ entityRef: 'resource:acme/data-plane-eu' }, 'eu-uid'],
    [{ entityRef: 'acme/Data-Plane-EU' }, 'eu-uid'],
    [
      { entityRef: 'resource:platform/cluster-data-plane-shared' },
      'shared-uid',
    ],
    [{ kind: 'DataPlane', namespace: 'acme', name: 'eu' }, 'eu-uid'],
    [{ kind: 'ClusterDataPlane', name: 'shared', fresh: true }, 'shared-uid'],
    [
      {
        kind: 'DataPlane',
        namespace: 'acme',
        name: 'twice',
        controlPlane: 'other',
      },
      'twice-other-uid',
    ],
  ])('finds the plane of %j and gives its report', async (input, uid) => {
    const report = await test(input);
    expect(report).toMatchObject({ uid, requestedBy: 'user:default/ada' });
    expect(report.steps).toHaveLength(8);
    expect(audited).toEqual([
      {
        meta: expect.objectContaining({ uid, outcome: report.outcome }),
        outcome: 'success',
      },
    ]);
  });

  it.each([
    [{ uid: 'nope' }, 'NotFoundError', "uid 'nope'"],
    [
      { kind: 'DataPlane', name: 'eu' },
      'NotFoundError',
      "kind 'DataPlane', name 'eu'",
    ],
    [{ name: 'eu' }, 'InputError', "'kind' and 'name'"],
    [{ entityRef: ':' }, 'InputError', 'no entity reference'],
    [
      { kind: 'DataPlane', namespace: 'acme', name: 'twice' },
      'InputError',
      "of 'default', 'other'",
    ],
  ])('says what is wrong with %j', async (input, name, message) => {
    await expect(test(input)).rejects.toMatchObject({
      name,
      message: expect.stringContaining(message),
    });
    expect(audited).toMatchObject([{ outcome: 'fail' }]);
  });

  it.each(['openchoreo.plane.read', 'openchoreo.plane.connection.test'])(
    'contacts nobody for a caller without %s',
    async permission => {
      denied = permission;
      for (const uid of ['eu-uid', 'nope']) {
        await expect(test({ uid })).rejects.toThrow(`'${permission}'`);
      }
      expect(gateways.gateway().requests).toEqual([]);
      expect(audited).toMatchObject([{ outcome: 'fail' }, { outcome: 'fail' }]);
    },
  );

  it('says that it only reads', async () => {
    const { actions } = await actionsRegistry.list();
    expect(actions).toMatchObject([
      {
        name: 'test-plane-connection',
        attributes: { readOnly: true, destructive: false, idempotent: true },
      },
    ]);
  });
});
