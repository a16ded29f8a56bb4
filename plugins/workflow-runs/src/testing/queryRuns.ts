import {
  RunsCounts,
  RunsQuery,
  RunsResponse,
  RunSummary,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

const DEFAULT_LIMIT = 100;

type Filter = 'phase' | 'workflow' | 'namespace' | 'other';

function workflowName({ workflow }: RunSummary): string {
  return workflow ? `${workflow.kind}/${workflow.name}` : '';
}

function lastsFor({ startedAt, completedAt }: RunSummary): number {
  const end = completedAt ? Date.parse(completedAt) : Date.now();
  return startedAt ? end - Date.parse(startedAt) : -1;
}

function words(run: RunSummary): string {
  const { branch, commit } = run.source;
  const { name, namespace } = run.ref;
  return [
    name,
    run.workflow?.name,
    run.component,
    run.project,
    namespace,
    branch,
    commit,
  ]
    .join(' ')
    .toLowerCase();
}

function filters(
  query: RunsQuery,
): Record<Filter, (run: RunSummary) => boolean> {
  const { phase, workflow, namespace, from, to, text = '' } = query;
  return {
    phase: run => !phase || phase.includes(run.phase),
    workflow: run =>
      !workflow ||
      workflow.some(
        name => name === workflowName(run) || name === run.workflow?.name,
      ),
    namespace: run => !namespace || namespace.includes(run.ref.namespace),
    other: run =>
      (!query.controlPlane ||
        query.controlPlane.includes(run.ref.controlPlane)) &&
      (!query.project || query.project === run.project) &&
      (!query.component || query.component === run.component) &&
      (!query.plane || query.plane === run.plane?.uid) &&
      (!from || Date.parse(run.createdAt) >= Date.parse(from)) &&
      (!to || Date.parse(run.createdAt) < Date.parse(to)) &&
      text
        .toLowerCase()
        .split(/\s+/)
        .every(word => words(run).includes(word)),
  };
}

function countBy(
  runs: readonly RunSummary[],
  keyOf: (run: RunSummary) => string,
): { [key: string]: number } {
  const counts = new Map<string, number>();
  runs.forEach(run =>
    counts.set(keyOf(run), (counts.get(keyOf(run)) ?? 0) + 1),
  );
  return Object.fromEntries(counts);
}

/** What the backend answers to a query, over the runs of a test. */
export function queryRuns(
  runs: readonly RunSummary[],
  query: RunsQuery,
): Pick<RunsResponse, 'items' | 'totalItems' | 'pageInfo' | 'counts'> {
  const { sort = 'created', order = 'desc', limit = DEFAULT_LIMIT } = query;
  const tests = filters(query);
  const matching = (but?: Filter) =>
    runs.filter(run =>
      Object.entries(tests).every(([name, test]) => name === but || test(run)),
    );
  const sign = order === 'asc' ? 1 : -1;
  const compare = {
    created: (a: RunSummary, b: RunSummary) =>
      Date.parse(a.createdAt) - Date.parse(b.createdAt),
    duration: (a: RunSummary, b: RunSummary) => lastsFor(a) - lastsFor(b),
    name: (a: RunSummary, b: RunSummary) =>
      a.ref.name.localeCompare(b.ref.name),
  }[sort];
  const found = matching().sort(
    (a, b) => sign * compare(a, b) || a.uid.localeCompare(b.uid),
  );
  const begin = Number(query.cursor ?? 0);
  const end = begin + limit;
  const counts: RunsCounts = {
    all: runs.length,
    phases: countBy(matching('phase'), run => run.phase),
    workflows: countBy(matching('workflow'), workflowName),
    namespaces: countBy(matching('namespace'), run => run.ref.namespace),
  };
  return {
    items: found.slice(begin, end),
    totalItems: found.length,
    pageInfo: { nextCursor: end < found.length ? `${end}` : undefined },
    counts,
  };
}
