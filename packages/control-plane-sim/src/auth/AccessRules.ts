/** What a user may do, in the words of Kubernetes' role-based access control. @public */
export interface PolicyRule {
  /** For example `get`, `list`; `*` for all. */
  verbs: readonly string[];
  /** Empty string for the core group; `*` for all. */
  apiGroups: readonly string[];
  /** Plurals, `plural/status` for subresources; `*` for all. */
  resources: readonly string[];
  /** All namespaces and cluster scope unless named. */
  namespaces?: readonly string[];
}

/** Somebody who may use the server. @public */
export interface ApiServerUser {
  name: string;
  /** The bearer token that this user presents. */
  token: string;
  rules: readonly PolicyRule[];
}

/** Who makes a request. */
export interface Caller {
  name: string;
  isAuthenticated: boolean;
  rules: readonly PolicyRule[];
}

/** What a caller wants to do with a resource. */
export interface AccessAttributes {
  verb: string;
  group: string;
  /** With subresource: `dataplanes/status`. */
  resource: string;
  namespace?: string;
}

/** Rules that allow everything. */
export const ADMIN_RULES: readonly PolicyRule[] = [
  { verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
];

/** What every user may ask: what it may do. */
export const SELF_REVIEW_RULE: PolicyRule = {
  verbs: ['create'],
  apiGroups: ['authorization.k8s.io'],
  resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'],
};

const PUBLIC_PATHS = ['/healthz', '/livez', '/readyz', '/version', '/version/'];
const DISCOVERY_PATHS = /^\/(api|apis|openapi)(\/.*)?$/;

function includes(values: readonly string[], value: string): boolean {
  return values.includes('*') || values.includes(value);
}

/** Whether a caller may do something with a resource. */
export function mayAccess(caller: Caller, wanted: AccessAttributes): boolean {
  const rules = caller.isAuthenticated
    ? [...caller.rules, SELF_REVIEW_RULE]
    : caller.rules;
  return rules.some(
    rule =>
      includes(rule.verbs, wanted.verb) &&
      includes(rule.apiGroups, wanted.group) &&
      includes(rule.resources, wanted.resource) &&
      (rule.namespaces === undefined ||
        (wanted.namespace !== undefined &&
          includes(rule.namespaces, wanted.namespace))),
  );
}

/** Whether a caller may read a path that is no resource, such as `/version`. */
export function mayReadPath(caller: Caller, path: string): boolean {
  return (
    PUBLIC_PATHS.includes(path) ||
    (caller.isAuthenticated && DISCOVERY_PATHS.test(path)) ||
    caller.rules === ADMIN_RULES
  );
}
