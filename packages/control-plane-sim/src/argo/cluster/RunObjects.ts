import { plantedUid } from '../../planeClusters/PlantedObject';
import { ResourceRegistry } from '../../registry/ResourceRegistry';
import { ResourceStore, storeKey } from '../../storage/ResourceStore';
import { SimulatedEvent, SimulatedPod } from '../engine';
import { eventObject } from './eventObject';
import { ManagedWorkflow } from './ManagedWorkflow';
import { podObject } from './podObject';

/** As long as a Kubernetes API server keeps events unless told otherwise. */
const EVENT_LIFETIME_MS = 60 * 60 * 1000;

/** The namespaces, pods and events of the workflows in one cluster. */
export class RunObjects {
  readonly #namespaces: ResourceStore;
  readonly #pods: ResourceStore;
  readonly #events: ResourceStore;
  readonly #owners = new Map<string, ManagedWorkflow>();
  /** In order of time, the oldest first, as far as each workflow goes. */
  #expiring: { readonly at: number; readonly key: string }[] = [];

  constructor(registry: ResourceRegistry) {
    this.#namespaces = registry.require('', 'namespaces').store;
    this.#pods = registry.require('', 'pods').store;
    this.#events = registry.require('', 'events').store;
  }

  /** Makes sure that the namespace of a workflow exists. */
  ensureNamespace({ namespace, created }: ManagedWorkflow): void {
    const key = storeKey(undefined, namespace);
    if (!this.#namespaces.get(key)) {
      const { creationTimestamp } = created.metadata;
      this.#namespaces.put(key, {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
          name: namespace,
          uid: plantedUid('namespaces', undefined, namespace),
          creationTimestamp,
          labels: { 'kubernetes.io/metadata.name': namespace },
        },
        spec: { finalizers: ['kubernetes'] },
        status: { phase: 'Active' },
      });
    }
  }

  /** Shows pods of a workflow as they are now. */
  writePods(workflow: ManagedWorkflow, pods: readonly SimulatedPod[]): void {
    for (const pod of pods) {
      const key = storeKey(workflow.namespace, pod.name);
      if (pod.deletedAt === undefined) {
        workflow.pods.add(key);
        this.#owners.set(key, workflow);
        this.#pods.put(key, podObject(workflow.object, pod));
      } else {
        this.#removePod(workflow, key);
      }
    }
  }

  /** Adds events about a workflow. Those that would have expired are left out. */
  writeEvents(
    workflow: ManagedWorkflow,
    events: readonly SimulatedEvent[],
    now: number,
  ): void {
    for (const event of events) {
      workflow.events += 1;
      if (event.at > now - EVENT_LIFETIME_MS) {
        const object = eventObject(workflow.object, event, workflow.events);
        const key = storeKey(workflow.namespace, object.metadata.name);
        this.#events.put(key, object);
        this.#expiring.push({ at: event.at, key });
      }
    }
  }

  /** Removes events once they have been there for an hour. */
  expireEvents(now: number): void {
    const [first] = this.#expiring;
    if (first && first.at <= now - EVENT_LIFETIME_MS) {
      const isOver = ({ at }: { at: number }) => at <= now - EVENT_LIFETIME_MS;
      for (const { key } of this.#expiring.filter(isOver)) {
        this.#events.remove(key);
      }
      this.#expiring = this.#expiring.filter(each => !isOver(each));
    }
  }

  /** The workflow that a pod belongs to. */
  ownerOf(namespace: string, podName: string): ManagedWorkflow | undefined {
    return this.#owners.get(storeKey(namespace, podName));
  }

  /** Removes the pods of a workflow that is gone. Its events stay until they expire. */
  removePods(workflow: ManagedWorkflow): void {
    for (const key of [...workflow.pods]) {
      this.#removePod(workflow, key);
    }
  }

  #removePod(workflow: ManagedWorkflow, key: string): void {
    workflow.pods.delete(key);
    this.#owners.delete(key);
    this.#pods.remove(key);
  }
}
