import type {
  ArgoNode,
  NodePhase,
  Timeline,
  TimelineRow,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { timeline } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/** When the runs of tests start. */
export const START = Date.parse('2026-11-20T10:00:00Z');

/** A node in few words: its name, its times in seconds since the start, and what it contains. */
export interface NodeSpec {
  readonly name: string;
  readonly from?: number;
  readonly to?: number;
  readonly runs?: number;
  readonly phase?: NodePhase;
  readonly type?: ArgoNode['type'];
  readonly children?: readonly NodeSpec[];
  readonly node?: Partial<ArgoNode>;
}

function iso(seconds: number | undefined): string | undefined {
  return seconds === undefined
    ? undefined
    : new Date(START + seconds * 1000).toISOString();
}

/** The nodes that some specs stand for, as Argo links them: by `boundaryID`, but attempts as children of their retry. */
export function nodesOf(
  specs: readonly NodeSpec[],
  parent?: ArgoNode,
  boundaryID?: string,
): ArgoNode[] {
  return specs.flatMap(spec => {
    const { children = [], name } = spec;
    const node: ArgoNode = {
      id: name,
      name: parent ? `${parent.name}.${name}` : name,
      displayName: name,
      type: spec.type ?? (children.length > 0 ? 'DAG' : 'Pod'),
      phase: spec.phase ?? 'Succeeded',
      templateName: `template-of-${name.replace(/\(\d+\)$/, '')}`,
      boundaryID,
      startedAt: iso(spec.from ?? 0),
      finishedAt: iso(spec.to),
      runningSince: iso(spec.runs),
      retried: parent?.type === 'Retry' || undefined,
      children: children.map(child => child.name),
      ...spec.node,
    };
    const isRetry = node.type === 'Retry';
    return [node, ...nodesOf(children, node, isRetry ? boundaryID : node.id)];
  });
}

/** A timeline of nodes in few words. */
export function timelineOf(
  specs: readonly NodeSpec[],
  options: { now?: number; live?: boolean } = {},
): Timeline {
  const { now = 1000, live = false } = options;
  return timeline({
    nodes: nodesOf(specs),
    workflow: {
      name: specs[0]?.name ?? 'run',
      phase: live ? 'Running' : 'Succeeded',
      startedAt: iso(0),
      finishedAt: live ? undefined : iso(now),
      suspended: false,
    },
    now: START + now * 1000,
  });
}

/** A row by its name. */
export function rowOf({ rows }: Timeline, id: string): TimelineRow {
  const found = rows.find(row => row.id === id);
  if (!found) {
    throw new Error(`The timeline has no row '${id}'`);
  }
  return found;
}

/** As much of a run as the picture of the design shows. */
export const SHOP_BUILD: readonly NodeSpec[] = [
  {
    name: 'shop-build',
    phase: 'Failed',
    to: 498,
    children: [
      { name: 'checkout', from: 0, runs: 5, to: 35 },
      {
        name: 'verify',
        from: 36,
        to: 268,
        children: [
          { name: 'lint', from: 36, runs: 40, to: 92 },
          { name: 'license-scan', from: 37, runs: 82, to: 268 },
        ],
      },
      {
        name: 'integration-tests',
        type: 'Retry',
        phase: 'Failed',
        from: 432,
        to: 497,
        children: [1, 2, 3].map(attempt => ({
          name: `integration-tests(${attempt - 1})`,
          phase: 'Failed' as const,
          from: 432 + (attempt - 1) * 24,
          to: 432 + (attempt - 1) * 24 + 17,
          node: { message: 'Error (exit code 1)', exitCode: 1 },
        })),
      },
      {
        name: 'publish',
        type: 'Skipped',
        phase: 'Omitted',
        from: 497,
        to: 497,
        node: { message: 'omitted: depends condition not met' },
      },
    ],
  },
];
