import { JsonObject } from '../../objects/json';

const RBAC = 'rbac.authorization.k8s.io';

/** What has to be in a plane's cluster before an Argo workflow can run there. */
export function prerequisites(
  namespace: string,
  serviceAccount: string,
): JsonObject[] {
  const role = `${serviceAccount}-role`;
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: serviceAccount, namespace },
    },
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'Role',
      metadata: { name: role, namespace },
      rules: [
        {
          apiGroups: ['argoproj.io'],
          resources: ['workflowtaskresults'],
          verbs: ['create', 'patch'],
        },
      ],
    },
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'RoleBinding',
      metadata: { name: `${role}-binding`, namespace },
      subjects: [{ kind: 'ServiceAccount', name: serviceAccount, namespace }],
      roleRef: { kind: 'Role', name: role, apiGroup: RBAC },
    },
  ];
}
