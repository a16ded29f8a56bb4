import type { TimelineInput } from '../types';
import { firstKnown, instant, type Instants } from './instants';

const SECOND_MS = 1000;
const DAY_MS = 24 * 60 * 60 * SECOND_MS;
/** A run that lasts longer than this is a clock that is wrong. */
const LONGEST_RUN_MS = 10 * 365 * DAY_MS;
/** How long before a workflow's start the tasks may have run that a retry of the workflow kept. */
const KEPT_MS = 30 * DAY_MS;
/** How far the clock of whoever asks may be behind Argo's. */
const CLOCK_SKEW_MS = 5 * 60 * SECOND_MS;

/** The span that is shown, and what is known of it. */
export interface Axis {
  readonly start: number;
  readonly end: number;
  /** The workflow has not ended, so that `end` is now. */
  readonly live: boolean;
  /** When the workflow began, as far as known: what ended before was kept from an earlier try. */
  readonly workflowStart?: number;
}

function isLive(input: TimelineInput): boolean {
  const { workflow } = input;
  switch (workflow?.phase) {
    case 'Succeeded':
    case 'Failed':
    case 'Error':
      return false;
    case 'Pending':
    case 'Running':
      return true;
    default:
      return workflow?.finishedAt !== undefined
        ? false
        : workflow !== undefined ||
            input.nodes.some(
              ({ phase }) => phase === 'Running' || phase === 'Pending',
            );
  }
}

function within(time: number, from: number, to: number): boolean {
  return time >= from && time <= to;
}

/** The latest of some times that lie within bounds; NaN where none does. */
function latestWithin(times: Float64Array, from: number, to: number): number {
  let latest = NaN;
  for (const time of times) {
    if (within(time, from, to) && !(time <= latest)) {
      latest = time;
    }
  }
  return latest;
}

/** The earliest of some times, unless it lies far from where most lie, which is a clock that is wrong. NaN where there is none. */
function earliestPlausible(times: Float64Array, latest: number): number {
  const known = times.filter(time =>
    within(time, latest - LONGEST_RUN_MS, latest),
  );
  known.sort();
  const median = known[Math.floor(known.length / 2)];
  return known.find(time => time >= median - KEPT_MS) ?? NaN;
}

/** Where the workflow ended, or as far as it has come. */
function findEnd(
  input: TimelineInput,
  live: boolean,
  begun: number,
  { started, finished }: Instants,
): number {
  const now = begun > input.now ? begun : input.now;
  const latest = now + CLOCK_SKEW_MS;
  const from = Number.isNaN(begun) ? latest - LONGEST_RUN_MS : begun;
  if (live) {
    // Nodes start by Argo's clock: if one started later than now, then now is behind.
    return Math.max(now, firstKnown(latestWithin(started, from, latest), now));
  }
  const ended = instant(input.workflow?.finishedAt);
  return within(ended, from, from + LONGEST_RUN_MS)
    ? ended
    : firstKnown(latestWithin(finished, from, latest), now);
}

/** Whether a node ran before the workflow began: a retry of the workflow keeps what had succeeded, with its old times. */
export function isKept(
  started: number,
  finished: number,
  workflowStart: number,
): boolean {
  return (
    started <= finished &&
    finished <= workflowStart &&
    within(started, workflowStart - KEPT_MS, workflowStart - 1)
  );
}

/** Finds the span to show. Single times that are absurd do not stretch it. */
export function axisOf(input: TimelineInput, instants: Instants): Axis {
  const live = isLive(input);
  const begun = instant(input.workflow?.startedAt);
  const believed = Math.abs(begun - input.now) > LONGEST_RUN_MS ? NaN : begun;
  const end = findEnd(input, live, believed, instants);
  const { started, finished } = instants;
  if (within(believed, end - LONGEST_RUN_MS, end)) {
    let start = believed;
    for (let number = 0; number < started.length; number++) {
      if (isKept(started[number], finished[number], believed)) {
        start = Math.min(start, started[number]);
      }
    }
    return {
      start,
      end: Math.max(end, start + SECOND_MS),
      live,
      workflowStart: believed,
    };
  }
  const start = firstKnown(
    earliestPlausible(started, end),
    earliestPlausible(finished, end),
    end - SECOND_MS,
  );
  return { start, end: Math.max(end, start + SECOND_MS), live };
}
