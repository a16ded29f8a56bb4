import { createCluster } from '../cluster/createCluster';
import { ApiObject, timestamp } from '../objects/ApiObject';
import { groupVersion } from '../registry/ResourceDefinition';
import { ResourceRegistry } from '../registry/ResourceRegistry';
import { storeKey } from '../storage/ResourceStore';
import { uidOf } from '../tls/ServerDirectory';
import { agentNamespace } from './agentNames';
import { AgentWorkload, agentWorkload } from './agentWorkload';
import {
  ARGO_CRDS,
  externalSecretsCrds,
  ExternalSecretsVersion,
} from './operatorCrds';
import { PlantedObject, plantedUid } from './PlantedObject';
import { secretStoreObject, SimulatedSecretStore } from './secretStores';
import { WORKLOAD_RESOURCES } from './workloadResources';

/** What is in the cluster of one or several planes. */
export interface PlaneClusterContent {
  /** Recognises the cluster: its kube-system namespace has a UID of its own. */
  readonly name: string;
  readonly agents: readonly Omit<AgentWorkload, 'isFirst'>[];
  readonly hasArgo: boolean;
  readonly externalSecrets: ExternalSecretsVersion;
  readonly secretStores: readonly SimulatedSecretStore[];
  /** What else is there; left out where its kind is not served. */
  readonly objects: readonly PlantedObject[];
  /** When the cluster was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** The first resourceVersion; 1 unless given. */
  readonly firstRevision?: number;
}

function plant(registry: ResourceRegistry, object: PlantedObject): void {
  const { group, plural, namespace, name, labels, ownerReferences } = object;
  const { definition, store } = registry.require(group, plural);
  const planted: ApiObject = {
    apiVersion: groupVersion(definition),
    kind: definition.kind,
    metadata: {
      name,
      ...(namespace && { namespace }),
      ...(labels && { labels }),
      ...(ownerReferences && { ownerReferences }),
      ...(definition.hasGeneration && { generation: 1 }),
      uid: plantedUid(plural, namespace, name),
      creationTimestamp: timestamp(new Date(object.createdAt)),
    },
    ...object.content,
  };
  store.put(
    storeKey(namespace, name),
    definition.prepare?.(planted) ?? planted,
  );
}

function namespaceObject(name: string, createdAt: number): PlantedObject {
  return { group: '', plural: 'namespaces', name, createdAt, content: {} };
}

/** The state of a small cluster: the agents' own workloads, and what OpenChoreo asks a plane's cluster for. */
export function createPlaneCluster(
  content: PlaneClusterContent,
): ResourceRegistry {
  const { name, agents, hasArgo, secretStores, objects, createdAt } = content;
  const registry = createCluster({
    firstRevision: content.firstRevision ?? 1,
    historyLimit: 1_000,
    uid: uidOf(`cluster/${name}`),
    resources: WORKLOAD_RESOURCES,
    crds: [
      ...(hasArgo ? ARGO_CRDS : []),
      ...externalSecretsCrds(content.externalSecrets),
    ],
  });
  const seen = new Set<string>();
  for (const agent of agents) {
    const isFirst = !seen.has(agent.planeType);
    seen.add(agent.planeType);
    if (isFirst) {
      plant(
        registry,
        namespaceObject(agentNamespace(agent.planeType), createdAt),
      );
    }
    for (const object of agentWorkload({ ...agent, isFirst })) {
      plant(registry, object);
    }
  }
  for (const store of secretStores) {
    plant(registry, secretStoreObject(store, createdAt));
  }
  for (const object of objects) {
    if (registry.find(object.group, object.plural)) {
      plant(registry, object);
    }
  }
  return registry;
}
