import { seededInteger } from '../names/random';
import { WorkflowNode } from '../nodes/WorkflowNode';
import { PodPhase } from '../SimulatedPod';
import { Template } from '../spec/Template';
import { PodBehaviour } from './behaviour';
import { PodTimeline, terminate, Termination } from './timeline';

/** What a pod is made of. */
export interface PodRunOptions {
  readonly name: string;
  readonly node: WorkflowNode;
  readonly template: Template;
  /** The template that calls. */
  readonly boundaryTemplate?: Template;
  /** Of the step that calls. */
  readonly stepName: string;
  readonly behaviour: PodBehaviour;
  readonly timeline: PodTimeline;
  /** Part of an exit handler, which goes on while a workflow is stopped. */
  readonly onExit: boolean;
  /** The cluster's node that it is going to run on. */
  readonly hostNode?: string;
  /** What its template was called with. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Makes what varies the same every time. */
  readonly seed: string;
}

/** A pod, whose whole course is known unless somebody interferes. */
export class PodRun {
  readonly name: string;
  readonly node: WorkflowNode;
  readonly template: Template;
  readonly boundaryTemplate?: Template;
  readonly stepName: string;
  readonly behaviour: PodBehaviour;
  readonly onExit: boolean;
  readonly hostNode?: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly seed: string;
  readonly podIP: string;
  #timeline: PodTimeline;
  /** The controller has seen its end, and said so in a label. */
  settled = false;

  constructor(options: PodRunOptions) {
    this.name = options.name;
    this.node = options.node;
    this.template = options.template;
    this.boundaryTemplate = options.boundaryTemplate;
    this.stepName = options.stepName;
    this.behaviour = options.behaviour;
    this.onExit = options.onExit;
    this.hostNode = options.hostNode;
    this.parameters = options.parameters;
    this.seed = options.seed;
    this.#timeline = options.timeline;
    this.podIP = `10.244.${seededInteger(
      `${this.seed}/net`,
      0,
      9,
    )}.${seededInteger(`${this.seed}/ip`, 2, 250)}`;
  }

  get timeline(): PodTimeline {
    return this.#timeline;
  }

  existsAt(now: number): boolean {
    return this.#timeline.createdAt <= now && now < this.#timeline.deletedAt;
  }

  phaseAt(now: number): PodPhase {
    const { startedAt, finishedAt, message } = this.#timeline;
    if (now < startedAt) {
      return 'Pending';
    }
    if (now < finishedAt) {
      return 'Running';
    }
    return this.exitCode === 0 && message === undefined
      ? 'Succeeded'
      : 'Failed';
  }

  /** Of the main container, or the first of a set that failed. */
  get exitCode(): number {
    return (
      this.#timeline.containers.find(({ exitCode }) => exitCode !== 0)
        ?.exitCode ?? 0
    );
  }

  /** Why it does not run yet, as the controller writes it into the node. */
  pendingReasonAt(now: number): string {
    const { scheduledAt, pullStartedAt } = this.#timeline;
    const { unschedulable, pullMs } = this.behaviour;
    if (now < scheduledAt) {
      return unschedulable ? `Unschedulable: ${unschedulable}` : '';
    }
    if (pullMs === undefined) {
      return '';
    }
    return pullMs === Infinity && now >= pullStartedAt
      ? `ImagePullBackOff: ${this.pullProblem}`
      : 'PodInitializing';
  }

  /** What the kubelet says of an image that cannot be pulled. */
  get pullProblem(): string {
    return `Back-off pulling image "${this.image}"`;
  }

  /** Of the first main container. */
  get image(): string {
    return this.template.containers[0]?.image ?? '';
  }

  /** Ends it from outside. */
  terminate(termination: Termination): void {
    this.#timeline = terminate(this.#timeline, termination, this.seed);
  }
}
