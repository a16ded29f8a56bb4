import { CACHE_LABEL } from '../../../argo/cluster';
import { MemoizedResult } from '../../../argo/engine';
import { toKubernetesTime } from '../../../controllers/timing';
import { JsonObject } from '../../../objects/json';
import { PlantedObject } from '../../../planeClusters/PlantedObject';
import { DAY } from '../../durations';
import { CLUSTER_TEMPLATES } from '../workflows';

const INSTALLED_AGO = 190 * DAY;

/** The ClusterWorkflowTemplates, by the names that a simulation knows them by. */
export const WORKFLOW_TEMPLATES: ReadonlyMap<string, JsonObject> = new Map(
  Object.entries(CLUSTER_TEMPLATES).map(([name, templates]) => [
    `cluster/${name}`,
    { metadata: { name }, spec: { templates } },
  ]),
);

/** What the grid model check has exported already. */
const GRID_MODEL: MemoizedResult = {
  cacheName: 'grid-model-cache',
  key: 'model-2026.11',
  outputs: {},
};

/** What workflows of a namespace find in caches. */
export function memoizedIn(namespace: string): MemoizedResult[] {
  return namespace === 'globex' ? [GRID_MODEL] : [];
}

/** What is in the cluster of every workflow plane besides workflows. */
export function sharedObjects(now: number): PlantedObject[] {
  return Object.entries(CLUSTER_TEMPLATES).map(([name, templates]) => ({
    group: 'argoproj.io',
    plural: 'clusterworkflowtemplates',
    name,
    createdAt: now - INSTALLED_AGO,
    content: { spec: { templates } },
  }));
}

/** The cache of the grid model check, as Argo keeps it. */
export function gridModelCache(now: number): PlantedObject[] {
  const namespace = 'workflows-globex';
  const createdAt = now - 24 * DAY;
  const { cacheName, key, outputs } = GRID_MODEL;
  return [
    {
      group: '',
      plural: 'namespaces',
      name: namespace,
      createdAt: now - INSTALLED_AGO,
      content: { status: { phase: 'Active' } },
    },
    {
      group: '',
      plural: 'configmaps',
      namespace,
      name: cacheName,
      labels: { [CACHE_LABEL]: 'Cache' },
      createdAt,
      content: {
        data: {
          [key]: JSON.stringify({
            nodeID: 'grid-check-november-1718234921',
            outputs,
            creationTimestamp: toKubernetesTime(createdAt),
            lastHitTimestamp: toKubernetesTime(now - DAY),
          }),
        },
      },
    },
  ];
}
