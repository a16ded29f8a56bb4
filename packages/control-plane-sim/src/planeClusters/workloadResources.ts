import { BUILTIN } from '../registry/builtinResources';
import { ResourceDefinition } from '../registry/ResourceDefinition';

function builtIn(
  groupVersion: string,
  plural: string,
  kind: string,
  shortNames: readonly string[] = [],
): ResourceDefinition {
  const [group, version] = groupVersion.split('/');
  return {
    ...BUILTIN,
    group,
    version,
    plural,
    singular: kind.toLowerCase(),
    kind,
    listKind: `${kind}List`,
    namespaced: true,
    shortNames,
    selectableFields:
      plural === 'pods' ? ['spec.nodeName', 'status.phase'] : [],
    hasStatus: true,
    hasGeneration: group === 'apps',
  };
}

/** What people look at in a cluster, and Backstage's Kubernetes plugin lists. */
export const WORKLOAD_RESOURCES: readonly ResourceDefinition[] = [
  builtIn('/v1', 'pods', 'Pod', ['po']),
  builtIn('/v1', 'services', 'Service', ['svc']),
  builtIn('/v1', 'configmaps', 'ConfigMap', ['cm']),
  builtIn('/v1', 'serviceaccounts', 'ServiceAccount', ['sa']),
  builtIn('/v1', 'limitranges', 'LimitRange', ['limits']),
  builtIn('/v1', 'resourcequotas', 'ResourceQuota', ['quota']),
  builtIn('apps/v1', 'deployments', 'Deployment', ['deploy']),
  builtIn('apps/v1', 'replicasets', 'ReplicaSet', ['rs']),
  builtIn('apps/v1', 'statefulsets', 'StatefulSet', ['sts']),
  builtIn('apps/v1', 'daemonsets', 'DaemonSet', ['ds']),
  builtIn(
    'autoscaling/v2',
    'horizontalpodautoscalers',
    'HorizontalPodAutoscaler',
    ['hpa'],
  ),
  builtIn('batch/v1', 'jobs', 'Job'),
  builtIn('batch/v1', 'cronjobs', 'CronJob', ['cj']),
  builtIn('metrics.k8s.io/v1beta1', 'pods', 'PodMetrics'),
  builtIn('networking.k8s.io/v1', 'ingresses', 'Ingress', ['ing']),
  builtIn('rbac.authorization.k8s.io/v1', 'roles', 'Role'),
  builtIn('rbac.authorization.k8s.io/v1', 'rolebindings', 'RoleBinding'),
];
