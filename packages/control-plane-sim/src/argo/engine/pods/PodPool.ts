import { EventQueue } from '../EventQueue';
import { podName } from '../names/nodeNames';
import { seededChoice } from '../names/random';
import { WorkflowNode } from '../nodes/WorkflowNode';
import { Template } from '../spec/Template';
import { PodBehaviour } from './behaviour';
import { PodRun } from './PodRun';
import { changesOf, createTimeline, Termination } from './timeline';

/** Options of a {@link PodPool}. */
export interface PodPoolOptions {
  readonly workflow: string;
  readonly namespace: string;
  /** Milliseconds between pods that are created together. */
  readonly creationMs: number;
  readonly hosts: readonly string[];
}

/** What a new pod is made of. */
export interface NewPod {
  readonly node: WorkflowNode;
  readonly template: Template;
  /** The template that calls. */
  readonly boundaryTemplate?: Template;
  readonly stepName: string;
  readonly attempt: number;
  readonly onExit: boolean;
  readonly parameters: ReadonlyMap<string, string>;
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
    const seed = `${namespace}/${name}`;
    const createdAt = Math.max(now, this.#lastCreatedAt + creationMs);
    this.#lastCreatedAt = createdAt;
    const behaviour = new PodBehaviour({
      annotations: template.annotations,
      stepName,
      attempt,
      seed,
    });
    const { containers } = template;
    const run = new PodRun({
      ...pod,
      name,
      behaviour,
      seed,
      hostNode: hosts.length > 0 ? seededChoice(seed, hosts) : undefined,
      timeline: createTimeline({ createdAt, containers, behaviour, seed }),
    });
    this.#pods.set(name, run);
    this.#byNode.set(node, run);
    this.#limitTime(run);
    this.#schedule(run, -Infinity);
    return run;
  }

  /** Ends a pod from outside. */
  terminate(pod: PodRun, termination: Termination): void {
    pod.terminate(termination);
    this.#schedule(pod, termination.at - 1);
  }

  /** The controller saw the pod's end. */
  settle(pod: PodRun): void {
    if (!pod.settled) {
      pod.settled = true;
      this.#touched.add(pod);
    }
  }

  /** Lets the next change happen. */
  applyNextChange(): void {
    const pod = this.#changes.take();
    if (pod) {
      this.#unseen.add(pod);
      this.#touched.add(pod);
    }
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

  /** The kubelet ends pods that run for longer than they may. */
  #limitTime(pod: PodRun): void {
    const { activeDeadlineSeconds, timeout } = pod.template;
    const { scheduledAt, createdAt } = pod.timeline;
    const limits = [
      activeDeadlineSeconds === undefined
        ? Infinity
        : scheduledAt + activeDeadlineSeconds * 1_000,
      timeout === undefined ? Infinity : createdAt + timeout,
    ];
    const at = Math.min(...limits);
    if (at > pod.timeline.startedAt && at < pod.timeline.finishedAt) {
      pod.terminate({
        at,
        reason: 'DeadlineExceeded',
        message:
          'Pod was active on the node longer than the specified deadline',
      });
    }
  }

  #schedule(pod: PodRun, after: number): void {
    for (const at of changesOf(pod.timeline)) {
      if (at > after) {
        this.#changes.add(at, pod);
      }
    }
  }
}
