import { EventQueue } from '../EventQueue';
import { podName } from '../names/nodeNames';
import { Dice } from '../names/Dice';
import { WorkflowNode } from '../nodes/WorkflowNode';
import { Template } from '../spec/Template';
import { PodBehaviour } from './behaviour';
import { behaviourSheet } from './BehaviourSheet';
import { PodInit, PodRun } from './PodRun';
import {
  createTimeline,
  nextChange,
  PodTimeline,
  terminate,
  Termination,
} from './timeline';

/** Options of a {@link PodPool}. */
export interface PodPoolOptions {
  readonly workflow: string;
  readonly namespace: string;
  /** Milliseconds between pods that are created together. */
  readonly creationMs: number;
  readonly hosts: readonly string[];
}

/** What a new pod is made of. */
export interface NewPod
  extends Pick<
    PodInit,
    | 'node'
    | 'template'
    | 'boundaryTemplate'
    | 'stepName'
    | 'onExit'
    | 'parameters'
  > {
  readonly attempt: number;
  readonly now: number;
}

/** The pods of a workflow, and when which of them changes. */
export class PodPool {
  readonly #options: PodPoolOptions;
  readonly #changes = new EventQueue<PodRun>();
  readonly #pods = new Map<string, PodRun>();
  readonly #byNode = new Map<WorkflowNode, PodRun>();
  #unseen = new Set<PodRun>();
  #touched = new Set<PodRun>();
  #lastCreatedAt = -Infinity;

  constructor(options: PodPoolOptions) {
    this.#options = options;
  }

  /** In the order of their creation. */
  get all(): IterableIterator<PodRun> {
    return this.#pods.values();
  }

  /** When the next pod changes. */
  get nextChangeAt(): number | undefined {
    return this.#changes.nextAt;
  }

  get(name: string): PodRun | undefined {
    return this.#pods.get(name);
  }

  of(node: WorkflowNode): PodRun | undefined {
    return this.#byNode.get(node);
  }

  create(pod: NewPod): PodRun {
    const { workflow, namespace, creationMs, hosts } = this.#options;
    const { node, template, attempt, stepName, now } = pod;
    const name = podName(workflow, node.name, template.name);
    const dice = new Dice(`${namespace}/${name}`);
    const createdAt = Math.max(now, this.#lastCreatedAt + creationMs);
    this.#lastCreatedAt = createdAt;
    const { annotations, containers } = template;
    const sheet = behaviourSheet(annotations, stepName);
    const behaviour = new PodBehaviour(sheet, attempt, dice);
    const timeline = createTimeline({ createdAt, containers, behaviour, dice });
    const run = new PodRun({
      name,
      node,
      template,
      boundaryTemplate: pod.boundaryTemplate,
      stepName,
      behaviour,
      onExit: pod.onExit,
      hostNode: hosts.length > 0 ? dice.choice('host', hosts) : undefined,
      podIP: `10.244.${dice.integer('net', 0, 9)}.${dice.integer(
        'ip',
        2,
        250,
      )}`,
      parameters: pod.parameters,
      dice,
      planned: timeline,
      limited: limitTime(timeline, template, dice),
    });
    this.#pods.set(name, run);
    this.#byNode.set(node, run);
    this.#schedule(run, -Infinity);
    return run;
  }

  /** Ends a pod from outside. */
  terminate(pod: PodRun, termination: Termination): void {
    pod.state = {
      ...pod.state,
      timeline: terminate(pod.timeline, termination, pod.init.dice),
    };
    // What happens to it at that very time is still to be noticed.
    this.#schedule(pod, termination.at - 1);
  }

  /** The controller saw the pod's end. */
  settle(pod: PodRun): void {
    if (!pod.state.settled) {
      pod.state = { ...pod.state, settled: true };
      this.#touched.add(pod);
    }
  }

  /** Lets the next change happen. Whether there was one: what was planned may have become different. */
  applyNextChange(): boolean {
    const at = this.#changes.nextAt;
    const pod = this.#changes.take();
    if (!pod || at !== pod.nextChangeAt) {
      return false;
    }
    this.#unseen.add(pod);
    this.#touched.add(pod);
    this.#schedule(pod, at);
    return true;
  }

  /** The pods that changed since the controller looked last. */
  takeUnseen(): ReadonlySet<PodRun> {
    const unseen = this.#unseen;
    this.#unseen = new Set();
    return unseen;
  }

  /** The pods that changed since this was asked last. */
  takeTouched(): ReadonlySet<PodRun> {
    const touched = this.#touched;
    this.#touched = new Set();
    return touched;
  }

  #schedule(pod: PodRun, after: number): void {
    const at = nextChange(pod.timeline, after);
    pod.nextChangeAt = at;
    if (at !== Infinity) {
      this.#changes.add(at, pod);
    }
  }
}

/** The kubelet ends pods that run for longer than they may. */
function limitTime(
  timeline: PodTimeline,
  { activeDeadlineSeconds, timeout }: Template,
  dice: Dice,
): PodTimeline {
  const { scheduledAt, createdAt, startedAt, finishedAt } = timeline;
  const at = Math.min(
    scheduledAt + (activeDeadlineSeconds ?? Infinity) * 1_000,
    createdAt + (timeout ?? Infinity),
  );
  const reason = 'DeadlineExceeded';
  const message =
    'Pod was active on the node longer than the specified deadline';
  return at > startedAt && at < finishedAt
    ? terminate(timeline, { at, reason, message }, dice)
    : timeline;
}
