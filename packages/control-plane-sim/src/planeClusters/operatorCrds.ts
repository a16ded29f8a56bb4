import { permissiveCrd } from '../crds/permissiveCrd';
import { JsonObject } from '../objects/json';

const ARGO = { group: 'argoproj.io', version: 'v1alpha1' };

/** What Argo Workflows installs. The schemas let everything through. */
export const ARGO_CRDS: readonly JsonObject[] = [
  permissiveCrd({ ...ARGO, kind: 'Workflow', shortNames: ['wf'] }),
  permissiveCrd({ ...ARGO, kind: 'WorkflowTemplate', shortNames: ['wftmpl'] }),
  permissiveCrd({
    ...ARGO,
    kind: 'ClusterWorkflowTemplate',
    shortNames: ['cwft'],
    clusterScoped: true,
  }),
  permissiveCrd({ ...ARGO, kind: 'CronWorkflow', shortNames: ['cwf'] }),
];

/** The API version that External Secrets serves: `v1` since its release 0.16, `v1beta1` before. @public */
export type ExternalSecretsVersion = 'v1' | 'v1beta1';

/** What External Secrets installs. The schemas let everything through. */
export function externalSecretsCrds(
  version: ExternalSecretsVersion,
): JsonObject[] {
  const names = { group: 'external-secrets.io', version };
  return [
    permissiveCrd({
      ...names,
      kind: 'ClusterSecretStore',
      shortNames: ['css'],
      clusterScoped: true,
    }),
    permissiveCrd({ ...names, kind: 'SecretStore', shortNames: ['ss'] }),
    permissiveCrd({ ...names, kind: 'ExternalSecret', shortNames: ['es'] }),
  ];
}
