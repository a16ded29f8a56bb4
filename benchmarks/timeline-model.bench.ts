/** Makes timelines of workflows of 100 to 10 000 nodes, of several shapes. */
import {
  flattenRows,
  timeline,
  type ArgoNode,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { runBenchmark } from './lib/runBenchmark';
import { printTable, type Row } from './lib/table';
import {
  chainOfSteps,
  deepNesting,
  fanOut,
  retries,
} from './lib/workflowShapes';

const COUNTS = [100, 1000, 5000, 10_000];
const LARGEST = 10_000;
const BUDGET_MS = 50;
const ROUNDS = 15;

const SHAPES: readonly (readonly [
  name: string,
  build: (count: number) => ArgoNode[],
])[] = [
  ['fan-out over items', fanOut],
  ['chain of steps', chainOfSteps],
  ['deep nesting of DAGs', deepNesting],
  ['retries in a DAG', retries],
];

function milliseconds(task: () => void): number {
  const startedAt = performance.now();
  task();
  return performance.now() - startedAt;
}

/** The least of some rounds, and the very first time, when the code is not yet warm. */
function measure(task: () => void): { first: number; least: number } {
  const first = milliseconds(task);
  const rounds = Array.from({ length: ROUNDS }, () => milliseconds(task));
  return { first, least: Math.min(...rounds) };
}

async function main() {
  const now = Date.parse('2026-11-25T00:00:00Z');
  const rows: Row[] = [];
  // The largest come first, so that the first figure is that of cold code.
  for (const count of [...COUNTS].reverse()) {
    for (const [name, build] of SHAPES) {
      const nodes = build(count);
      const { first, least } = measure(() => timeline({ nodes, now }));
      const budgeted = count === LARGEST;
      rows.push({
        what: `${name}, ${nodes.length} nodes`,
        measured: `${least.toFixed(1)} ms (first time ${first.toFixed(1)} ms)`,
        ...(budgeted
          ? { budget: `<= ${BUDGET_MS} ms`, within: least <= BUDGET_MS }
          : {}),
      });
    }
  }
  const large = timeline({ nodes: fanOut(LARGEST), now });
  const { least } = measure(() => flattenRows(large, new Set()));
  rows.push({
    what: `rows to show of ${LARGEST}`,
    measured: `${least.toFixed(1)} ms`,
  });
  printTable('Timeline model', rows);
}

runBenchmark(main);
