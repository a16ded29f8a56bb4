import { Dice } from './names/Dice';
import { Controller } from './operator/Controller';
import { containerLog } from './logs/containerLog';
import { resumeNode } from './operator/bodies/SuspendBody';
import {
  WorkflowIntervention,
  WorkflowSimulationOptions,
  WorkflowTiming,
} from './options';
import { SimulatedLogLine, SimulatedLogQuery } from './SimulatedLog';
import { SimulatedWorkflow, WorkflowChanges } from './SimulatedWorkflow';
import { ChangesSince } from './snapshots/ChangesSince';
import { Snapshot } from './snapshots/Snapshot';
import { readArguments } from './spec/TemplateCall';
import { readWorkflow } from './spec/WorkflowDefinition';
import { Look } from './status/workflowEvents';
import { World } from './World';

/** As Argo's controller is set up unless told otherwise. */
const DEFAULT_TIMING: WorkflowTiming = {
  requeueMs: 10_000,
  startDelayMs: 300,
  podCreationMs: 20,
};

/**
 * A workflow whose time goes on when asked to. Everything that happens follows from its options and from the times, so that two
 * simulations with the same options agree, whatever steps they advance in.
 *
 * @example
 * ```ts
 * const simulation = WorkflowSimulation.create({ workflow, timing: { requeueMs: 1_000 } });
 * const changes = simulation.advance(Date.now());
 * if (changes.workflow) {
 *   await writeStatus(simulation.snapshot().status);
 * }
 * ```
 */
export class WorkflowSimulation {
  readonly #options: WorkflowSimulationOptions;
  readonly #timing: WorkflowTiming;
  readonly #world: World;
  readonly #controller: Controller;
  readonly #interventions: WorkflowIntervention[];
  readonly #looks: Look[] = [];
  #suspended = false;
  #advancedTo: number;

  /**
   * A workflow that was created just now; nothing has happened to it yet.
   *
   * @throws Error for an object that is no workflow: without a name or a time of creation
   */
  static create(options: WorkflowSimulationOptions): WorkflowSimulation {
    return new WorkflowSimulation(options);
  }

  private constructor(options: WorkflowSimulationOptions) {
    const { interventions = [] } = options;
    const workflow = readWorkflow(options.workflow, options.workflowTemplates);
    this.#options = options;
    this.#timing = { ...DEFAULT_TIMING, ...options.timing };
    this.#world = new World(workflow, this.#timing, options);
    this.#controller = new Controller(this.#world);
    this.#interventions = [...interventions].sort((a, b) => a.at - b.at);
    this.#advancedTo = workflow.createdAt;
    const acts = new Set(interventions.map(({ action }) => action));
    this.#suspended = workflow.suspended && !acts.has('suspend');
    this.#world.shutdown =
      acts.has('stop') || acts.has('terminate') ? undefined : workflow.shutdown;
  }

  /** When something happens next; undefined where nothing will without an intervention. */
  get nextChangeAt(): number | undefined {
    const { nextLookAt = Infinity, pods } = this.#world;
    const actAt = this.#interventions[0]?.at ?? Infinity;
    const at = Math.min(actAt, pods.nextChangeAt ?? Infinity, nextLookAt);
    return at === Infinity ? undefined : at;
  }

  /** Nothing will happen to the workflow itself any more. */
  get completed(): boolean {
    return this.#world.status.completed;
  }

  /** Lets everything happen that happens until `now`. A `now` that lies in the past changes nothing. */
  advance(now: number): WorkflowChanges {
    const world = this.#world;
    const from = this.#advancedTo;
    const revision = world.revision;
    const looks = this.#looks.length;
    for (
      let at = this.nextChangeAt;
      at !== undefined && at <= now;
      at = this.nextChangeAt
    ) {
      world.now = Math.max(world.now, at);
      this.#step(at);
    }
    this.#advancedTo = Math.max(from, now);
    return new ChangesSince({
      world,
      workflow: world.revision !== revision,
      touched: world.pods.takeTouched(),
      looks: this.#looks.slice(looks),
      from,
      until: this.#advancedTo,
    });
  }

  /** Adds what somebody does. A time before the one that the simulation advanced to counts as that one. */
  intervene(intervention: WorkflowIntervention): void {
    const at = Math.max(intervention.at, this.#advancedTo);
    this.#interventions.push({ ...intervention, at });
    this.#interventions.sort((a, b) => a.at - b.at);
  }

  /** The workflow at the time that the simulation advanced to. Later calls do not change it. */
  snapshot(): SimulatedWorkflow {
    const { argoVersion = '4.1' } = this.#options;
    const { workflow } = this.#world;
    return new Snapshot({
      world: this.#world,
      options: this.#options,
      looks: [...this.#looks],
      now: this.#advancedTo,
      nextChangeAt: this.nextChangeAt,
      traceId:
        argoVersion === '3.7'
          ? undefined
          : new Dice(
              `${workflow.namespace}/${workflow.name}/${workflow.createdAt}`,
            ).hex('trace', 32),
    });
  }

  /** What a container has written until now; quicker than to ask a snapshot, which shows the whole workflow. */
  log(query: SimulatedLogQuery): readonly SimulatedLogLine[] {
    const { pods, workflow } = this.#world;
    const pod = pods.get(query.pod);
    const { parameters } = readArguments(workflow.spec.arguments);
    return pod
      ? containerLog(
          { pod, state: pod.state },
          query,
          this.#advancedTo,
          parameters,
        )
      : [];
  }

  /** What is due at the same time happens in this order: somebody acts, pods change, the controller looks. */
  #step(at: number): void {
    const { pods } = this.#world;
    if (this.#interventions[0]?.at === at) {
      this.#act();
    } else if (pods.nextChangeAt !== at) {
      this.#look();
    } else if (pods.applyNextChange()) {
      this.#requeue();
    }
  }

  /** Whatever happens is noticed by the controller some time later. */
  #requeue(): void {
    this.#world.requeueAt(this.#world.now + this.#timing.requeueMs);
  }

  #look(): void {
    const world = this.#world;
    const { status, nodes, now } = world;
    const { revision } = world;
    const before = status.fields.phase;
    world.nextLookAt = undefined;
    this.#controller.look({ suspended: this.#suspended });
    const { phase, message } = status.fields;
    if (world.revision !== revision) {
      this.#looks.push({
        at: now,
        phase: phase === before ? undefined : phase,
        message,
        changes: nodes.takePhaseChanges(),
      });
    }
    if (world.revision !== revision && !status.completed) {
      this.#requeue();
    }
  }

  #act(): void {
    const intervention = this.#interventions.shift();
    if (!intervention || this.#world.status.completed) {
      return;
    }
    switch (intervention.action) {
      case 'suspend':
      case 'resume':
        this.#suspended = intervention.action === 'suspend';
        break;
      case 'stop':
      case 'terminate':
        this.#world.shutdown =
          intervention.action === 'stop' ? 'Stop' : 'Terminate';
        break;
      default:
        this.#resumeNodes(intervention.node);
    }
    this.#requeue();
  }

  #resumeNodes(wanted: string | undefined): void {
    const { nodes } = this.#world;
    for (const node of nodes.all) {
      const { id, name, displayName } = node;
      if (
        node.type === 'Suspend' &&
        node.phase === 'Running' &&
        (wanted === undefined || [id, name, displayName].includes(wanted))
      ) {
        resumeNode(node, nodes);
      }
    }
  }
}
