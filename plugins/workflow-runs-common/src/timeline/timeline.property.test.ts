import fc from 'fast-check';
import {
  malformedNodes,
  malformedWorkflow,
} from '../__testUtils__/malformedNodes';
import {
  anyWork,
  at,
  SimulatedWorkflow,
} from '../__testUtils__/simulatedWorkflow';
import type { ArgoNode } from '../argo/nodeSchema';
import { timeline } from './timeline';
import type { Timeline, TimelineInput, TimelineRow } from './types';
import { failureOf } from './view/failureOf';
import { flattenRows } from './view/flattenRows';

const NOW = Date.parse('2026-11-21T00:20:00Z');

/** Any workflow at all, as it may reach the portal. */
const anyInput: fc.Arbitrary<TimelineInput> = fc.record({
  nodes: malformedNodes,
  workflow: malformedWorkflow,
  now: fc.integer({ min: NOW - 1_200_000, max: NOW + 100_000 }),
});

/** A workflow as Argo notes it, ended or seen while it ran. */
const simulatedInput = fc
  .record({
    main: anyWork,
    exitHandler: fc.option(anyWork, { nil: undefined }),
    seen: fc.double({ min: 0, max: 1.2, noNaN: true }),
  })
  .map(({ main, exitHandler, seen }) => {
    const simulated = new SimulatedWorkflow();
    const end = simulated.run(main, exitHandler);
    const now = Date.parse(at(Math.floor(end * seen)));
    const ended = seen >= 1;
    return {
      nodes: ended ? simulated.nodes : asSeen(simulated.nodes, now),
      workflow: {
        name: 'wf',
        phase: ended ? ('Succeeded' as const) : ('Running' as const),
        startedAt: at(0),
        finishedAt: ended ? at(end) : undefined,
        suspended: false,
      },
      now,
    };
  });

/** What of a workflow there is at a time. */
function asSeen(nodes: readonly ArgoNode[], now: number): ArgoNode[] {
  const time = (text: string | undefined) => Date.parse(text ?? '');
  return nodes
    .filter(({ startedAt }) => time(startedAt) <= now)
    .map(node => {
      if (time(node.finishedAt) <= now) {
        return node;
      }
      const waits = time(node.runningSince) > now;
      return {
        ...node,
        phase: waits ? 'Pending' : 'Running',
        finishedAt: undefined,
        runningSince: waits ? undefined : node.runningSince,
      };
    });
}

/** One that ended, and that took some time: without any, there is an axis of a second. */
const endedInput = simulatedInput.filter(
  ({ workflow }) =>
    workflow.finishedAt !== undefined && workflow.finishedAt !== at(0),
);

const eitherInput = fc.oneof(anyInput, simulatedInput);

function hasBar(row: TimelineRow): row is TimelineRow & {
  start: number;
  end: number;
} {
  return row.start !== undefined && row.end !== undefined;
}

function lastEnd(path: readonly (TimelineRow | undefined)[]): number {
  return path[path.length - 1]?.end ?? NaN;
}

function parentOf({
  rows,
}: Timeline): (row: TimelineRow) => TimelineRow | undefined {
  const byId = new Map(rows.map(row => [row.id, row]));
  return ({ parentId }) =>
    parentId === undefined ? undefined : byId.get(parentId);
}

/** Checks that something holds for the timelines of many workflows. */
function holds(
  input: fc.Arbitrary<TimelineInput>,
  check: (result: Timeline, input: TimelineInput) => void,
): void {
  fc.assert(
    fc.property(input, given => check(timeline(given), given)),
    { numRuns: 150 },
  );
}

describe('timeline, of any workflow', () => {
  it('shows every node exactly once', () => {
    holds(eitherInput, ({ rows }, { nodes }) => {
      const ids = rows.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(new Set(ids)).toEqual(new Set(nodes.map(({ id }) => id)));
    });
  });

  it('has an axis that no bar leaves', () => {
    holds(eitherInput, ({ start, end, rows }) => {
      expect(start).toBeLessThan(end);
      for (const row of rows.filter(hasBar)) {
        expect(row.start).toBeGreaterThanOrEqual(start);
        expect(row.end).toBeLessThanOrEqual(end);
        expect(row.start).toBeLessThanOrEqual(row.end);
      }
    });
  });

  it('does not stretch the axis beyond what is plausible', () => {
    holds(eitherInput, ({ start, end }) => {
      expect(end - start).toBeLessThan(11 * 365 * 24 * 3600 * 1000);
    });
  });

  it('has parents that enclose what they contain, or marks it', () => {
    holds(eitherInput, result => {
      const parent = parentOf(result);
      const outside = result.rows.filter(hasBar).filter(row => {
        const above = parent(row);
        return (
          above &&
          hasBar(above) &&
          (above.start > row.start || above.end < row.end)
        );
      });
      expect(
        outside.filter(({ clockProblem, daemon }) => !clockProblem && !daemon),
      ).toEqual([]);
    });
  });

  it('puts parents before what they contain, one level up, never a folded one', () => {
    holds(eitherInput, result => {
      const path: TimelineRow[] = [];
      for (const row of result.rows) {
        path.length = Math.min(path.length, row.depth);
        expect(path.length).toBe(row.depth);
        expect(path[row.depth - 1]?.id).toBe(row.parentId);
        if (!row.folded) {
          path.push(row);
        }
      }
    });
  });

  it('sorts siblings by their start', () => {
    holds(eitherInput, ({ rows }) => {
      const latest = new Map<string | undefined, number>();
      for (const row of rows.filter(hasBar)) {
        const before = latest.get(row.parentId) ?? -Infinity;
        expect(row.start).toBeGreaterThanOrEqual(before);
        latest.set(row.parentId, row.start);
      }
    });
  });

  it('does not depend on the order in which nodes come', () => {
    fc.assert(
      fc.property(
        eitherInput.chain(input =>
          fc.tuple(
            fc.constant(input),
            fc.shuffledSubarray([...input.nodes], {
              minLength: input.nodes.length,
            }),
          ),
        ),
        ([input, shuffled]) => {
          expect(timeline({ ...input, nodes: shuffled })).toEqual(
            timeline(input),
          );
        },
      ),
    );
  });

  it('has segments that follow each other from start to end', () => {
    holds(eitherInput, ({ rows }) => {
      for (const row of rows) {
        const bounds = row.segments.flatMap(({ start, end }) => [start, end]);
        const inner = bounds.slice(1, -1);
        expect([bounds[0], bounds[bounds.length - 1]]).toEqual([
          row.start,
          row.end,
        ]);
        expect(inner.filter((_, i) => i % 2 === 0)).toEqual(
          inner.filter((_, i) => i % 2 === 1),
        );
        expect(bounds).toEqual([...bounds].sort((a, b) => a - b));
      }
    });
  });

  it('has open bars only while it is live, and they reach its end', () => {
    holds(eitherInput, ({ rows, live, end }) => {
      for (const row of rows.filter(({ open }) => open)) {
        expect({ live, end: row.end, abandoned: row.abandoned }).toEqual({
          live: true,
          end,
          abandoned: false,
        });
      }
      for (const row of rows.filter(({ abandoned }) => abandoned)) {
        expect(live).toBe(false);
        expect(row.open).toBe(false);
      }
    });
  });

  it('has ghosts without bars, with a reason', () => {
    holds(eitherInput, ({ rows }) => {
      for (const row of rows.filter(({ kind }) => kind === 'ghost')) {
        expect(row).toMatchObject({ segments: [], open: false });
        expect(row.start).toBeUndefined();
        expect(row.reason).toMatch(/^not run/);
      }
    });
  });

  it('has a critical path that leads forward in time', () => {
    holds(eitherInput, ({ rows, criticalPath, totals }) => {
      const byId = new Map(rows.map(row => [row.id, row]));
      const path = criticalPath.map(id => byId.get(id));
      expect(new Set(criticalPath)).toEqual(
        new Set(rows.filter(({ critical }) => critical).map(({ id }) => id)),
      );
      const starts = path.map(row => row?.start ?? NaN);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
      expect(totals.criticalPathMs).toBeLessThanOrEqual(totals.elapsedMs);
      expect(totals.criticalWaitingMs).toBeGreaterThanOrEqual(0);
      expect(totals.criticalWaitingMs).toBeLessThanOrEqual(
        totals.criticalPathMs,
      );
    });
  });

  it('sums up by template what it sums up in all', () => {
    holds(eitherInput, ({ totals, start, end }) => {
      const sum = (pick: 'waitingMs' | 'runningMs') =>
        totals.byTemplate.reduce((all, each) => all + each[pick], 0);
      expect(totals).toMatchObject({
        elapsedMs: end - start,
        waitingMs: sum('waitingMs'),
        runningMs: sum('runningMs'),
      });
      const spent = totals.byTemplate.map(
        ({ waitingMs, runningMs }) => waitingMs + runningMs,
      );
      expect(spent).toEqual([...spent].sort((a, b) => b - a));
    });
  });

  it('tells how many rows are shown below each', () => {
    holds(eitherInput, result => {
      const shown = flattenRows(result, new Set());
      expect(shown).toEqual(result.rows.filter(({ folded }) => !folded));
      shown.forEach((row, place) => {
        const next = shown.findIndex(
          ({ depth }, other) => other > place && depth <= row.depth,
        );
        const below = (next < 0 ? shown.length : next) - place - 1;
        expect(row.descendants).toBe(below);
        const collapsed = flattenRows(result, new Set([row.id]));
        expect(collapsed).toHaveLength(shown.length - below);
      });
    });
  });

  it('explains a failure by a row that failed, and only then', () => {
    holds(eitherInput, result => {
      const failure = failureOf(result);
      const phases = result.rows
        .filter(({ depth, folded }) => depth === 0 && !folded)
        .map(({ phase }) => phase);
      const isFailed = (phase: string) => ['Failed', 'Error'].includes(phase);
      expect(isFailed(failure?.row.phase ?? 'Failed')).toBe(true);
      expect(failure?.message ?? '').not.toMatch(/undefined/);
      // Of several at the top, a later attempt may have made good what an earlier one did not.
      expect(
        failure === undefined && phases.length === 1 && isFailed(phases[0]),
      ).toBe(false);
      expect(failure !== undefined && !phases.some(isFailed)).toBe(false);
    });
  });
});

describe('timeline, of a workflow as Argo notes it', () => {
  it('has no trouble with clocks', () => {
    holds(simulatedInput, ({ rows }) => {
      expect(rows.filter(({ clockProblem }) => clockProblem)).toEqual([]);
    });
  });

  it('has a critical path without gaps, from the first task to the end', () => {
    holds(endedInput, ({ rows, criticalPath, start, end, totals }) => {
      const byId = new Map(rows.map(row => [row.id, row]));
      const path = criticalPath.map(id => byId.get(id));
      const hasTasks = path.length > 0;
      expect(totals.criticalPathMs).toBe(hasTasks ? lastEnd(path) - start : 0);
      expect(hasTasks ? lastEnd(path) : end).toBe(end);
      const gaps = path.slice(1).filter((row, place) => {
        const before = path[place];
        const isBackoff = row?.kind === 'attempt' && before?.kind === 'attempt';
        return !isBackoff && row?.start !== before?.end;
      });
      expect(gaps).toEqual([]);
    });
  });

  it('numbers attempts from 1, and shows a step that needed one as that step', () => {
    holds(simulatedInput, ({ rows }) => {
      for (const retry of rows.filter(({ kind }) => kind === 'retry')) {
        const labels = rows
          .filter(({ parentId }) => parentId === retry.id)
          .map(({ label }) => label);
        expect(labels).toEqual(
          retry.folded
            ? []
            : labels.map((_, number) => `attempt ${number + 1}`),
        );
      }
    });
  });

  it('folds groups of one step, and no others', () => {
    holds(simulatedInput, ({ rows }) => {
      const isWrapper = ({ node }: TimelineRow) =>
        ['StepGroup', 'TaskGroup', 'Retry'].includes(node.type);
      for (const row of rows.filter(isWrapper)) {
        const mayHaveOne =
          row.node.children.length > 1 || row.kind === 'retry' || row.open;
        expect(row.folded || mayHaveOne).toBe(true);
      }
      expect(rows.filter(row => row.folded && !isWrapper(row))).toEqual([]);
    });
  });
});
