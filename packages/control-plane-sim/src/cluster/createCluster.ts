import { ApiObject, timestamp } from '../objects/ApiObject';
import { JsonObject } from '../objects/json';
import { BUILTIN_RESOURCES, CRD_GROUP } from '../registry/builtinResources';
import { ResourceDefinition } from '../registry/ResourceDefinition';
import { ResourceRegistry } from '../registry/ResourceRegistry';
import { storeKey } from '../storage/ResourceStore';
import { Revisions } from '../storage/Revisions';
import { createObject } from '../write/createObject';
import { followCrds } from './CrdLifecycle';

const SYSTEM_NAMESPACES = ['default', 'kube-public', 'kube-system'];

/** How a cluster begins. */
export interface ClusterOptions {
  /** The first resourceVersion. */
  firstRevision: number;
  /** How many changes of a resource are remembered for watches and paged lists. */
  historyLimit: number;
  /** By which a cluster is recognised: the uid of its namespace kube-system. */
  uid: string;
  crds: readonly JsonObject[];
  /** Built-in resources besides those that every cluster here has. */
  resources?: readonly ResourceDefinition[];
}

/** The state of a cluster: system namespaces and the given definitions, no objects. */
export function createCluster(options: ClusterOptions): ResourceRegistry {
  const registry = new ResourceRegistry(
    new Revisions(options.firstRevision),
    options.historyLimit,
  );
  for (const definition of [
    ...BUILTIN_RESOURCES,
    ...(options.resources ?? []),
  ]) {
    registry.register(definition);
  }
  followCrds(registry);
  const write = {
    dryRun: false,
    fieldManager: 'control-plane-sim',
    fieldValidation: 'Ignore',
  } as const;
  const namespaces = registry.require('', 'namespaces');
  for (const name of SYSTEM_NAMESPACES) {
    createObject(
      registry,
      namespaces,
      undefined,
      { kind: 'Namespace', metadata: { name } },
      write,
    );
  }
  const key = storeKey(undefined, 'kube-system');
  const kubeSystem = namespaces.store.get(key);
  if (kubeSystem) {
    namespaces.store.put(key, withUid(kubeSystem, options.uid));
  }
  const definitions = registry.require(CRD_GROUP, 'customresourcedefinitions');
  for (const crd of options.crds) {
    createObject(registry, definitions, undefined, crd, write);
  }
  return registry;
}

function withUid(object: ApiObject, uid: string): ApiObject {
  return {
    ...object,
    metadata: { ...object.metadata, uid, creationTimestamp: timestamp() },
  };
}
