import { JsonObject } from '../objects/json';

function crd(
  group: string,
  version: string,
  kind: string,
  options: { plural?: string; clusterScoped?: boolean; short?: string } = {},
): JsonObject {
  const plural = options.plural ?? `${kind.toLowerCase()}s`;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      names: {
        kind,
        listKind: `${kind}List`,
        plural,
        singular: kind.toLowerCase(),
        ...(options.short && { shortNames: [options.short] }),
      },
      scope: options.clusterScoped ? 'Cluster' : 'Namespaced',
      versions: [
        {
          name: version,
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
}

const ARGO = ['argoproj.io', 'v1alpha1'] as const;

/** What Argo Workflows installs. The schemas let everything through. */
export const ARGO_CRDS: readonly JsonObject[] = [
  crd(...ARGO, 'Workflow', { short: 'wf' }),
  crd(...ARGO, 'WorkflowTemplate', { short: 'wftmpl' }),
  crd(...ARGO, 'ClusterWorkflowTemplate', {
    short: 'cwft',
    clusterScoped: true,
  }),
  crd(...ARGO, 'CronWorkflow', { short: 'cwf' }),
];

/** The API version that External Secrets serves: `v1` since its release 0.16, `v1beta1` before. @public */
export type ExternalSecretsVersion = 'v1' | 'v1beta1';

/** What External Secrets installs. The schemas let everything through. */
export function externalSecretsCrds(
  version: ExternalSecretsVersion,
): JsonObject[] {
  const group = 'external-secrets.io';
  return [
    crd(group, version, 'ClusterSecretStore', {
      short: 'css',
      clusterScoped: true,
    }),
    crd(group, version, 'SecretStore', { short: 'ss' }),
    crd(group, version, 'ExternalSecret', { short: 'es' }),
  ];
}
