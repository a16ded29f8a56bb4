import {
  compareTimeline,
  compareTimelines,
  RowDifference,
  RunBaseline,
  RunView,
  Timeline,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { useMemo } from 'react';
import { useBaseline } from '../../../hooks/useBaseline';
import { MEDIAN } from '../live/useRunParams';
import { OtherRun, useOtherRun } from './useOtherRun';
import { wholeDifference } from './wholeDifference';

/** What a run is compared with, and what came of it. */
export interface Comparison {
  /** `the median of 20 runs`, or the name of a run. */
  readonly withWhat: string;
  /** How much longer the whole run took; undefined while that cannot be told. Milliseconds. */
  readonly differenceMs?: number;
  readonly expectedMs?: number;
  /** The step that lost the most time. */
  readonly slowest?: RowDifference;
  /** By the id of the row; undefined where the rows do not show it. */
  readonly rows?: ReadonlyMap<string, RowDifference>;
}

/** Why there is nothing to compare with. */
export interface ComparisonProblem {
  readonly problem: string;
}

type Outcome = Comparison | ComparisonProblem | undefined;

function withOther(other: OtherRun, timeline: Timeline | undefined): Outcome {
  if (other.problem !== undefined) {
    return { problem: other.problem };
  }
  if (!timeline || !other.timeline) {
    return undefined;
  }
  const { differenceMs, expectedMs, slowest, rows } = compareTimelines(
    timeline,
    other.timeline,
  );
  return { withWhat: other.name, differenceMs, expectedMs, slowest, rows };
}

function withMedian(
  run: RunView,
  baseline: RunBaseline,
  timeline: Timeline | undefined,
): Comparison {
  const { runs, medianMs } = baseline;
  return {
    withWhat: runs === 1 ? 'the run before' : `the median of ${runs} runs`,
    differenceMs: wholeDifference(run, medianMs),
    expectedMs: medianMs,
    ...(timeline && compareTimeline(timeline, baseline)),
  };
}

/**
 * Compares a run with what is usual, or with another one.
 *
 * @param compare - {@link MEDIAN}, or the uid of another run; where it is undefined, the rows are not compared
 */
export function useComparison(
  run: RunView,
  timeline: Timeline | undefined,
  compare: string | undefined,
): Outcome {
  const baseline = useBaseline(run.uid).value;
  const isMedian = compare === undefined || compare === MEDIAN;
  const other = useOtherRun(isMedian ? undefined : compare, run.uid);
  return useMemo(() => {
    if (other) {
      return withOther(other, timeline);
    }
    if (!baseline) {
      return undefined;
    }
    if (baseline.runs === 0) {
      const problem = 'No earlier run of this workflow succeeded.';
      return compare === undefined ? undefined : { problem };
    }
    const comparison = withMedian(run, baseline, timeline);
    return compare === undefined
      ? { ...comparison, rows: undefined }
      : comparison;
  }, [run, timeline, compare, baseline, other]);
}
