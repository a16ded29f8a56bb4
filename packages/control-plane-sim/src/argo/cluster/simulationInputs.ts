import { isJsonObject, JsonObject, objectAt } from '../../objects/json';
import { ApiObject } from '../../objects/ApiObject';
import { ResourceRegistry } from '../../registry/ResourceRegistry';
import { MemoizedResult } from '../engine';

const GROUP = 'argoproj.io';
/** The machines that a cluster's pods run on. */
export const CLUSTER_HOSTS: readonly string[] = [
  'node-1',
  'node-2',
  'node-3',
  'node-4',
  'node-5',
];
/** Marks the ConfigMaps in which Argo keeps caches. */
export const CACHE_LABEL = 'workflows.argoproj.io/configmap-type';

function objectsOf(
  registry: ResourceRegistry,
  group: string,
  plural: string,
  namespace?: string,
): ApiObject[] {
  const { entries = [] } = registry.find(group, plural)?.store.latest() ?? {};
  return entries
    .map(({ object }) => object)
    .filter(({ metadata }) => metadata.namespace === namespace);
}

/** The templates that a workflow of a namespace can call, by the names that the simulation knows them by. */
export function readTemplates(
  registry: ResourceRegistry,
  namespace: string,
): ReadonlyMap<string, JsonObject> {
  return new Map([
    ...objectsOf(registry, GROUP, 'workflowtemplates', namespace).map(
      template => [template.metadata.name, template] as const,
    ),
    ...objectsOf(registry, GROUP, 'clusterworkflowtemplates').map(
      template => [`cluster/${template.metadata.name}`, template] as const,
    ),
  ]);
}

function parseEntry(text: unknown): JsonObject {
  try {
    const entry: unknown = JSON.parse(String(text));
    return isJsonObject(entry) ? entry : {};
  } catch {
    return {};
  }
}

/** What earlier workflows left in the caches of a namespace, which Argo keeps in ConfigMaps. */
export function readMemoized(
  registry: ResourceRegistry,
  namespace: string,
): MemoizedResult[] {
  return objectsOf(registry, '', 'configmaps', namespace)
    .filter(({ metadata }) => metadata.labels?.[CACHE_LABEL] === 'Cache')
    .flatMap(configMap =>
      Object.entries(objectAt(configMap, 'data')).map(([key, text]) => {
        const entry = parseEntry(text);
        return {
          cacheName: configMap.metadata.name,
          key,
          outputs: objectAt(entry, 'outputs'),
        };
      }),
    );
}
