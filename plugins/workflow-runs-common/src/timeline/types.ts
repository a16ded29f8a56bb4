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
  /** A fan-out of a DAG task over items. */
  | 'loop'
  /** A step that is retried; its attempts are its children. */
  | 'retry'
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

/** A part of a bar; `start` <= `end`, both within the axis. Milliseconds since 1970, as all times here. @public */
export interface TimelineSegment {
  readonly kind: TimelineSegmentKind;
  readonly start: number;
  readonly end: number;
}

/** A row of the timeline: one node. @public */
export interface TimelineRow {
  /** The id of the node; unique. */
  readonly id: string;
  /** The row that contains it; undefined at the top. */
  readonly parentId?: string;
  /** 0 at the top. */
  readonly depth: number;
  readonly kind: TimelineRowKind;
  /** For a person: `attempt 2`, `each (arm64)`, `notify`. */
  readonly label: string;
  /** An exit handler or lifecycle hook, of the whole workflow or of a step. */
  readonly role?: 'exit-handler' | 'hook';
  readonly phase: NodePhase;
  /** Absent where it never began, and for ghosts. */
  readonly start?: number;
  /** Absent with `start`; of an open row, the end of what is known. */
  readonly end?: number;
  /** Still going on: `end` moves with the time. */
  readonly open: boolean;
  /** One after the other, from `start` to `end` without gaps; empty for ghosts. A group has one `running` segment. */
  readonly segments: readonly TimelineSegment[];
  /** Its own times were cut to the axis, lie outside of its parent, or were the wrong way round: clocks disagree. */
  readonly clockProblem: boolean;
  /** How many rows lie below it, at any depth. */
  readonly descendants: number;
  /** Lies on the critical path. */
  readonly critical: boolean;
  readonly daemon: boolean;
  readonly memoized: boolean;
  /** Of an attempt, from 1. */
  readonly attempt?: number;
  /** Why a ghost did not run, what a waiting node waits for, or how a failed one failed; one sentence. */
  readonly reason?: string;
  readonly node: ArgoNode;
}

/** Where the time of a run went. Milliseconds. @public */
export interface TimelineTotals {
  /** From the start of the axis to its end. */
  readonly elapsedMs: number;
  /** The length of the critical path, waiting included. */
  readonly criticalPathMs: number;
  /** The time on the critical path that was spent waiting. */
  readonly criticalWaitingMs: number;
  /** Sums over all tasks, attempts and containers: parallel ones count each. */
  readonly waitingMs: number;
  readonly runningMs: number;
  /** The same by template, the longest first. */
  readonly byTemplate: readonly {
    readonly template: string;
    readonly tasks: number;
    readonly waitingMs: number;
    readonly runningMs: number;
  }[];
}

/** What a timeline shows. @public */
export interface Timeline {
  /** The axis; `start` < `end` always. */
  readonly start: number;
  readonly end: number;
  /** Whether something is still going on, so that `end` moves. */
  readonly live: boolean;
  /** Every node exactly once, each parent before what it contains, in the order of their start. */
  readonly rows: readonly TimelineRow[];
  /** Ids from the first to the last. */
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
