import {
  AuthorizeResult,
  type PermissionCondition,
  type PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  PLANE_KINDS,
  PLANE_RESOURCE_TYPE,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { TestPlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import fc from 'fast-check';
import { planePredicate } from './planePredicate';
import type { PlaneFilter, PlaneResource } from './planeResource';
import { planePermissionRules } from './rules';

const NAMES = ['acme', 'globex'];
const OWNERS = ['group:default/a', 'user:default/b', 'unknown'];

const inventory = new TestPlaneInventory();
const resources: PlaneResource[] = PLANE_KINDS.flatMap(({ kind, scope }) =>
  NAMES.flatMap(name => {
    const namespace = scope === 'Namespaced' ? name : undefined;
    const plane = inventory.put({ kind, metadata: { name, namespace } });
    return OWNERS.map(owner => ({ plane, owner }));
  }),
);

type Criteria = PermissionCriteria<PermissionCondition>;

function condition(
  rule: string,
  param: string,
  values: readonly string[],
): fc.Arbitrary<Criteria> {
  return fc.subarray([...values]).map(chosen => ({
    rule,
    resourceType: PLANE_RESOURCE_TYPE,
    params: { [param]: chosen },
  }));
}

const leaf = fc.oneof(
  condition('IS_PLANE_TYPE', 'planeTypes', ['data', 'workflow']),
  condition('IN_NAMESPACE', 'namespaces', NAMES),
  condition('IS_OWNER', 'claims', OWNERS),
);

function nested(depth: number): fc.Arbitrary<Criteria> {
  if (depth === 0) {
    return leaf;
  }
  const child = nested(depth - 1);
  const children = fc.tuple(child, child);
  return fc.oneof(
    leaf,
    children.map((allOf): Criteria => ({ allOf })),
    children.map((anyOf): Criteria => ({ anyOf })),
    child.map((not): Criteria => ({ not })),
  );
}

describe('planePredicate', () => {
  it('decides about planes as the rules themselves do', () => {
    const rules = Object.values(planePermissionRules);
    const isAuthorized = createConditionAuthorizer(rules);
    const toCriteria = createConditionTransformer<PlaneFilter, typeof rules>(
      rules,
    );
    fc.assert(
      fc.property(nested(3), conditions => {
        const matching = resources.filter(
          planePredicate(toCriteria(conditions)),
        );
        const authorized = resources.filter(resource =>
          isAuthorized(
            {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'planes',
              resourceType: PLANE_RESOURCE_TYPE,
              conditions,
            },
            resource,
          ),
        );
        expect(matching).toEqual(authorized);
      }),
    );
  });
});
