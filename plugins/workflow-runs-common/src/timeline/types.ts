import type { ArgoNode, ArgoWorkflow } from '../argo/nodeSchema';
import type { NodePhase } from '../model/phases';

/** What a row stands for. @public */
export type TimelineRowKind =
  /** A pod, or a request or plugin call of the agent. */
  | 'task'
  /** A container of a container set. */
  | 'container'
  /** An invocation of a steps or DAG template. */
  | 'group'
  /** One group of parallel steps. */
  | 'step-group'
  /** A fan-out over items: of a DAG task, or of the only step of a group of parallel steps. */
  | 'loop'
  /** A step that is retried; its attempts are its children. */
  | 'retry'
  /** One attempt of a step that is retried. An attempt at a whole steps or DAG template is a `group` with `attempt` set. */
  | 'attempt'
  | 'suspend'
  /** Did not run: skipped, omitted, or its template could not be resolved. */
  | 'ghost';

/** What went on in a part of a bar. @public */
export type TimelineSegmentKind =
  /** Created, but its container does not run yet: queue, image pull, a lock. */
  | 'waiting'
  | 'running'
  /** Between two attempts. */
  | 'idle'
  /** Waits for somebody to resume it. */
  | 'suspended';

/** A part of a bar; `start` is no later than `end`, both within the axis. Milliseconds since 1970, as all times here. @public */
export interface TimelineSegment {
  readonly kind: TimelineSegmentKind;
  readonly start: number;
  readonly end: number;
}

/** A row of the timeline: one node. @public */
export interface TimelineRow {
  /** The id of the node; unique. */
  readonly id: string;
  /** The row that contains it, which is never a folded one; undefined at the top. */
  readonly parentId?: string;
  /** 0 at the top; counts the rows that are shown. */
  readonly depth: number;
  readonly kind: TimelineRowKind;
  /**
   * A wrapper that tells a person nothing: a group of one step, a loop over one item, a retry of which there is one attempt. It
   * is not shown, and what it wraps stands in its place: no row has it as `parentId`.
   */
  readonly folded: boolean;
  /** For a person, below its parent: `attempt 2`, `arm64` in the loop `each`, `each (arm64)` elsewhere, `notify (exit handler)`. */
  readonly label: string;
  /** For a person, on its own: `integration-tests attempt 2`, `each (arm64)`. */
  readonly title: string;
  /** An exit handler or lifecycle hook, of the whole workflow or of a step. */
  readonly role?: 'exit-handler' | 'hook';
  readonly phase: NodePhase;
  /** Absent where it never began, and for ghosts. */
  readonly start?: number;
  /**
   * Absent with `start`; of an open row, the end of what is known. A container ends with its pod at the latest: Argo notes the
   * end of a container when it notices it, which is later.
   */
  readonly end?: number;
  /** Still going on: `end` moves with the time. */
  readonly open: boolean;
  /** Argo left it running or pending though the workflow has ended; it is closed at the workflow's end. */
  readonly abandoned: boolean;
  /**
   * One after the other, from `start` to `end` without gaps; empty without `start`. A group has one segment, a retry those of its
   * attempts.
   */
  readonly segments: readonly TimelineSegment[];
  /**
   * Its own times were cut to the axis, lie outside of its parent, or were the wrong way round: clocks disagree. A daemon, which
   * outlives the steps that it was started with, may lie outside without it.
   */
  readonly clockProblem: boolean;
  /** How many rows are shown below it when all are expanded, at any depth. */
  readonly descendants: number;
  /** Lies on the critical path. */
  readonly critical: boolean;
  readonly daemon: boolean;
  readonly memoized: boolean;
  /** Of an attempt, from 1. */
  readonly attempt?: number;
  /** Why a ghost did not run, what a waiting node waits for, or how a failed one failed: `exit code 1`, `not run: build failed`. */
  readonly reason?: string;
  readonly node: ArgoNode;
}

/** Where the time of a run went. Milliseconds. @public */
export interface TimelineTotals {
  /** From the start of the axis to its end. */
  readonly elapsedMs: number;
  /** The length of the critical path, waiting included. */
  readonly criticalPathMs: number;
  /** The time on the critical path when none of it ran: queues, image pulls, back-off, suspension, Argo's own delay. */
  readonly criticalWaitingMs: number;
  /** Sums over all tasks and attempts that had a pod or request: parallel ones count each, the containers of a pod do not. */
  readonly waitingMs: number;
  readonly runningMs: number;
  /** The same by template (by name where the template is not known), the longest first. */
  readonly byTemplate: readonly {
    readonly template: string;
    readonly tasks: number;
    readonly waitingMs: number;
    readonly runningMs: number;
  }[];
}

/** What a timeline shows. @public */
export interface Timeline {
  /** The axis; `start` is always before `end`. */
  readonly start: number;
  readonly end: number;
  /** Whether something is still going on, so that `end` moves. */
  readonly live: boolean;
  /**
   * Every node exactly once, folded ones included, each parent before what it contains, in the order of their start. Of several
   * nodes with one id, one is taken.
   */
  readonly rows: readonly TimelineRow[];
  /** Ids of tasks, attempts and suspend nodes, from the first to the last. */
  readonly criticalPath: readonly string[];
  readonly totals: TimelineTotals;
}

/** What {@link timeline} makes a timeline of. @public */
export interface TimelineInput {
  readonly nodes: readonly ArgoNode[];
  /** Undefined where nothing but tasks is known. */
  readonly workflow?: Pick<
    ArgoWorkflow,
    'name' | 'phase' | 'startedAt' | 'finishedAt' | 'suspended'
  >;
  /** Milliseconds since 1970. */
  readonly now: number;
}
