import { Timing } from '../../controllers/timing';
import { timestamp } from '../../objects/ApiObject';
import { ResourceRegistry } from '../../registry/ResourceRegistry';
import { StoreEvent } from '../../storage/EventLog';
import { ResourceStore } from '../../storage/ResourceStore';
import {
  SimulatedLogLine,
  SimulatedLogQuery,
  SimulatedWorkflow,
  WorkflowSimulation,
  WorkflowTiming,
} from '../engine';
import { interventionsOf } from './interventionsOf';
import { expiryOf } from './expiryOf';
import { ManagedWorkflow } from './ManagedWorkflow';
import { PlantedWorkflow, plantedObject } from './PlantedWorkflow';
import { RunObjects } from './RunObjects';
import { CLUSTER_HOSTS, readMemoized, readTemplates } from './simulationInputs';

const GROUP = 'argoproj.io';
/** A workflow with thousands of pods is looked at more seldom, so that it does not take the process for itself. */
const PAUSE_PER_POD_MS = 1;

/** How an {@link ArgoController} works. */
export interface ArgoControllerOptions {
  readonly timing: Timing;
  /** How fast it is; as Argo is unless given. */
  readonly workflowTiming?: Partial<WorkflowTiming>;
}

/** A cluster that an {@link ArgoController} works in. */
interface Attachment {
  readonly registry: ResourceRegistry;
  readonly workflows: ResourceStore;
  readonly objects: RunObjects;
  readonly end: () => void;
}

/**
 * Argo's workflow controller in one cluster, with the kubelets that run its pods: workflows that are created progress, can be
 * stopped and suspended by changing them, and take their pods with them when they are deleted. Time goes on whenever
 * {@link ArgoController.advance} is called, which is before each request to the cluster: nothing runs while nobody looks.
 *
 * The workflows outlive a cluster's registry: they appear in the next one that the controller is attached to.
 */
export class ArgoController {
  readonly #timing: Timing;
  readonly #workflowTiming?: Partial<WorkflowTiming>;
  readonly #workflows = new Map<string, ManagedWorkflow>();
  #attachment?: Attachment;
  #writing = false;

  constructor(options: ArgoControllerOptions) {
    this.#timing = options.timing;
    this.#workflowTiming = options.workflowTiming;
  }

  /** Adds a workflow that was created in the past, to be seen once the controller is attached. */
  plant(planted: PlantedWorkflow): void {
    const { interventions, locks } = planted;
    const workflow = new ManagedWorkflow(plantedObject(planted), {
      interventions,
      locks,
    });
    this.#workflows.set(workflow.key, workflow);
  }

  /** Works in a cluster in which Argo is installed, and no longer in the one before. */
  attach(registry: ResourceRegistry): void {
    this.detach();
    const { store } = registry.require(GROUP, 'workflows');
    const attachment = {
      registry,
      workflows: store,
      objects: new RunObjects(registry),
      end: store.subscribe(event => this.#follow(event)),
    };
    this.#attachment = attachment;
    for (const workflow of this.#workflows.values()) {
      this.#restore(attachment, workflow);
    }
  }

  /** Leaves the cluster. */
  detach(): void {
    this.#attachment?.end();
    this.#attachment = undefined;
  }

  /** Lets everything happen that happens until now. */
  advance(): void {
    const attachment = this.#attachment;
    const now = this.#timing.now();
    if (attachment) {
      for (const workflow of this.#workflows.values()) {
        if (expiryOf(workflow.object) <= now) {
          attachment.workflows.remove(workflow.key);
        } else if (workflow.dueAt <= now) {
          this.#tryToAdvance(attachment, workflow, now);
        }
      }
      attachment.objects.expireEvents(now);
    }
  }

  /** What a container has written until now; nothing where the pod is of no workflow. */
  log(
    namespace: string,
    query: SimulatedLogQuery,
  ): readonly SimulatedLogLine[] {
    const attachment = this.#attachment;
    const workflow = attachment?.objects.ownerOf(namespace, query.pod);
    if (!attachment || !workflow) {
      return [];
    }
    this.#advance(attachment, workflow, this.#timing.now());
    return workflow.simulation?.log(query) ?? [];
  }

  /** Puts a workflow with everything that belongs to it into a cluster that does not know it. */
  #restore(attachment: Attachment, workflow: ManagedWorkflow): void {
    const { objects } = attachment;
    objects.ensureNamespace(workflow);
    this.#put(attachment, workflow, {});
    const state = workflow.simulation?.snapshot();
    if (state) {
      workflow.events = 0;
      workflow.pods.clear();
      objects.writePods(workflow, state.pods);
      objects.writeEvents(workflow, state.events, this.#timing.now());
    }
  }

  /** What the simulation cannot make sense of ends, as Argo's controller ends it. */
  #tryToAdvance(
    attachment: Attachment,
    workflow: ManagedWorkflow,
    now: number,
  ): void {
    try {
      this.#advance(attachment, workflow, now);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const finishedAt = timestamp(new Date(now));
      workflow.dueAt = Number.POSITIVE_INFINITY;
      this.#put(attachment, workflow, {
        status: { phase: 'Error', message, startedAt: finishedAt, finishedAt },
      });
    }
  }

  #advance(
    attachment: Attachment,
    workflow: ManagedWorkflow,
    now: number,
  ): void {
    const { objects } = attachment;
    const simulation =
      workflow.simulation ?? this.#simulate(attachment, workflow);
    workflow.simulation = simulation;
    const changes = simulation.advance(now);
    if (changes.workflow) {
      this.#put(attachment, workflow, simulation.snapshot());
    }
    objects.writePods(workflow, changes.pods);
    objects.writeEvents(workflow, changes.events, now);
    const pause = workflow.pods.size * PAUSE_PER_POD_MS;
    workflow.dueAt = Math.max(
      simulation.nextChangeAt ?? Number.POSITIVE_INFINITY,
      now + pause,
    );
  }

  #simulate(
    { registry }: Attachment,
    { created, given, namespace }: ManagedWorkflow,
  ): WorkflowSimulation {
    return WorkflowSimulation.create({
      workflow: created,
      workflowTemplates: readTemplates(registry, namespace),
      memoized: readMemoized(registry, namespace),
      hosts: CLUSTER_HOSTS,
      timing: this.#workflowTiming,
      ...given,
    });
  }

  /** Stores a workflow with what Argo says of it. */
  #put(
    { workflows }: Attachment,
    workflow: ManagedWorkflow,
    said: Partial<Pick<SimulatedWorkflow, 'status' | 'labels' | 'annotations'>>,
  ): void {
    const { object } = workflow;
    const { metadata } = object;
    const { status = object.status, labels, annotations } = said;
    this.#writing = true;
    workflow.object = workflows.put(workflow.key, {
      ...object,
      metadata: {
        ...metadata,
        labels: { ...metadata.labels, ...labels },
        annotations: { ...metadata.annotations, ...annotations },
        // Argo's workflows have no status subresource, so every change counts.
        generation: (metadata.generation ?? 0) + 1,
      },
      ...(status !== undefined && { status }),
    });
    this.#writing = false;
  }

  /** Follows what clients do to workflows. */
  #follow({ type, key, object, previous }: StoreEvent): void {
    if (this.#writing) {
      return;
    }
    const workflow = this.#workflows.get(key);
    if (type === 'DELETED') {
      this.#workflows.delete(key);
      if (workflow) {
        this.#attachment?.objects.removePods(workflow);
      }
    } else if (type === 'ADDED' || !workflow || !previous) {
      // By the clock of the simulation, which a test may have stopped.
      const creationTimestamp = timestamp(new Date(this.#timing.now()));
      const metadata = { ...object.metadata, creationTimestamp };
      const created = new ManagedWorkflow({ ...object, metadata });
      created.object = object;
      this.#workflows.set(key, created);
    } else {
      workflow.object = object;
      for (const action of interventionsOf(previous, object)) {
        const at = this.#timing.now();
        workflow.simulation?.intervene({ ...action, at });
        workflow.dueAt = Number.NEGATIVE_INFINITY;
      }
    }
  }
}
