import type { ArgoNode } from '../argo/nodeSchema';
import type { Timeline, TimelineInput, TimelineRow } from '../timeline/types';
import { timeline } from '../timeline/timeline';
import { flattenRows } from '../timeline/view/flattenRows';
import { at } from './simulatedWorkflow';

/** A node; ids are names, times are seconds since the start. */
export function node(
  id: string,
  type: ArgoNode['type'],
  times: readonly [start?: number, end?: number],
  more?: Partial<ArgoNode>,
): ArgoNode {
  const [start, end] = times;
  return {
    id,
    name: id,
    displayName: id.replace(/^.*[.\]](?=[^.\]]+$)/, ''),
    type,
    phase: end === undefined ? 'Running' : 'Succeeded',
    startedAt: start === undefined ? undefined : at(start),
    finishedAt: end === undefined ? undefined : at(end),
    boundaryID: id === 'wf' ? undefined : 'wf',
    children: [],
    ...more,
  };
}

/** The time of the simulated clock, as timelines have it. */
export function ms(seconds: number): number {
  return Date.parse(at(seconds));
}

/** The timeline of some nodes of a workflow that runs since 0 and is looked at after 100 seconds. */
export function timelineOf(
  nodes: readonly ArgoNode[],
  more?: { now?: number; workflow?: Partial<TimelineInput['workflow']> },
): Timeline {
  return timeline({
    nodes,
    now: ms(more?.now ?? 100),
    workflow: {
      name: 'wf',
      phase: 'Running',
      startedAt: at(0),
      suspended: false,
      ...more?.workflow,
    },
  });
}

/** What a workflow that ended after some seconds says of itself. */
export function ended(
  seconds: number,
  phase: 'Succeeded' | 'Failed' | 'Error',
) {
  return { workflow: { phase, finishedAt: at(seconds) } };
}

/** The row of a node. */
export function rowOf(
  { rows }: Pick<Timeline, 'rows'>,
  id: string,
): TimelineRow {
  const row = rows.find(candidate => candidate.id === id);
  if (!row) {
    throw new Error(`There is no row '${id}'.`);
  }
  return row;
}

/** What is shown, as labels, indented. */
export function tree(result: Timeline): string[] {
  return flattenRows(result, new Set()).map(
    ({ depth, label }) => `${'  '.repeat(depth)}${label}`,
  );
}

/** The segments of a row, in seconds. */
export function segments(result: Timeline, id: string): string {
  return rowOf(result, id)
    .segments.map(
      ({ kind, start, end }) =>
        `${kind} ${(start - ms(0)) / 1000}-${(end - ms(0)) / 1000}`,
    )
    .join(', ');
}

/** Where a bar lies, in seconds. */
export function bar(result: Timeline, id: string): [number, number] {
  const { start = NaN, end = NaN } = rowOf(result, id);
  return [(start - ms(0)) / 1000, (end - ms(0)) / 1000];
}
