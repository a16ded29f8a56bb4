import { Dice } from '../names/Dice';
import { WorkflowNode } from '../nodes/WorkflowNode';
import { Template } from '../spec/Template';
import { PodBehaviour } from './behaviour';
import { PodTimeline } from './timeline';

/** What a pod is made of. */
export interface PodInit {
  readonly name: string;
  readonly node: WorkflowNode;
  readonly template: Template;
  /** The template that calls. */
  readonly boundaryTemplate?: Template;
  /** Of the step that calls. */
  readonly stepName: string;
  readonly behaviour: PodBehaviour;
  /** Part of an exit handler, which goes on while a workflow is stopped. */
  readonly onExit: boolean;
  /** The cluster's node that it is going to run on. */
  readonly hostNode?: string;
  readonly podIP: string;
  /** What its template was called with. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly dice: Dice;
  /** What becomes of it if nobody interferes. */
  readonly planned: PodTimeline;
  /** The same, if it may not run for as long. */
  readonly limited: PodTimeline;
}

/** What of a pod may become different, as a whole. */
export interface PodState {
  readonly timeline: PodTimeline;
  /** The controller has seen its end, and said so in a label. */
  readonly settled: boolean;
}

/** A pod. Only {@link PodPool} changes its state. */
export class PodRun {
  readonly init: PodInit;
  state: PodState;
  /** When it looks different next. */
  nextChangeAt = Infinity;

  constructor(init: PodInit) {
    this.init = init;
    this.state = { timeline: init.limited, settled: false };
  }

  get node(): WorkflowNode {
    return this.init.node;
  }

  get timeline(): PodTimeline {
    return this.state.timeline;
  }

  /** Of the first main container. */
  get image(): string {
    return this.init.template.containers[0]?.image ?? '';
  }

  /** What the kubelet says of an image that cannot be pulled. */
  get pullProblem(): string {
    return `Back-off pulling image "${this.image}"`;
  }
}

/** Why a pod does not run yet, as the controller writes it into the node. */
export function pendingReason(pod: PodRun, now: number): string {
  const { scheduledAt, initFinishedAt } = pod.timeline;
  const { sheet, pullMs } = pod.init.behaviour;
  const { unschedulable } = sheet;
  if (now < scheduledAt) {
    return unschedulable ? `Unschedulable: ${unschedulable}` : '';
  }
  if (pullMs === undefined) {
    return '';
  }
  return pullMs === Infinity && now >= initFinishedAt
    ? `ImagePullBackOff: ${pod.pullProblem}`
    : 'PodInitializing';
}
