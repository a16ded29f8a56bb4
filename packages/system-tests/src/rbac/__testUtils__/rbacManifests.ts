import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KubernetesObject } from '@openchoreo-planes/control-plane-sim';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { formatRight, type Right } from './rights';

const DIRECTORY = join(__dirname, '../../../../../docs/manifests');

/** The manifests of rights, in the order in which they are applied. */
const RBAC_FILES = [
  'rbac.yaml',
  'rbac-registration.yaml',
  'rbac-workflow-runs.yaml',
] as const;

const objectSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({
    name: z.string(),
    namespace: z.string().optional(),
  }),
});

const ruleSchema = z.strictObject({
  apiGroups: z.array(z.string()),
  resources: z.array(z.string()),
  verbs: z.array(z.string()),
});

const roleSchema = objectSchema.extend({
  kind: z.enum(['ClusterRole', 'Role']),
  rules: z.array(ruleSchema),
});

/** A rule, as the manifests have it. */
export type Rule = z.infer<typeof ruleSchema>;

/** A role of the manifests. */
export type Role = z.infer<typeof roleSchema>;

/** One rule of one role. */
export interface RoleRule {
  readonly role: Role;
  readonly index: number;
  readonly rule: Rule;
}

/** Every object of the manifests. */
export async function readManifests(): Promise<KubernetesObject[]> {
  const texts = await Promise.all(
    RBAC_FILES.map(file => readFile(join(DIRECTORY, file), 'utf8')),
  );
  return texts
    .flatMap(text => parseAllDocuments(text))
    .map(document => objectSchema.parse(document.toJS()));
}

/** The roles among objects. */
export function rolesOf(objects: readonly KubernetesObject[]): Role[] {
  return objects.flatMap(object => {
    const { data } = roleSchema.safeParse(object);
    return data ? [data] : [];
  });
}

/** Every rule of roles by itself. */
export function rulesOf(roles: readonly Role[]): RoleRule[] {
  return roles.flatMap(role =>
    role.rules.map((rule, index) => ({ role, index, rule })),
  );
}

/** What a rule allows, one by one. */
export function rightsOf({ role, rule }: RoleRule): Right[] {
  const { namespace } = role.metadata;
  return rule.apiGroups.flatMap(group =>
    rule.resources.flatMap(plural =>
      rule.verbs.map(verb => formatRight(verb, group, plural, namespace)),
    ),
  );
}
