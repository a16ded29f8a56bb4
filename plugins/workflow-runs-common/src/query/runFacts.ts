import type { Run } from '../model/run';

/** What filters and orders look at, made once for each run. */
export interface RunFacts {
  /** Milliseconds since 1970, as all times here. */
  readonly created: number;
  readonly started?: number;
  readonly completed?: number;
  /** The name in a form that sorts by code: see {@link sortableName}. */
  readonly sortName: string;
  /** `KIND/NAME`. */
  readonly workflow?: string;
  /** What a text is looked for in, in lower case. */
  readonly text: string;
}

const factsByRun = new WeakMap<Run, RunFacts>();

/** A name whose numbers count by their value, so that run-2 comes before run-10. */
export function sortableName(name: string): string {
  return name.replace(/\d+/g, digits => digits.padStart(20, '0'));
}

function millis(time: string | undefined): number | undefined {
  return time === undefined ? undefined : Date.parse(time);
}

function findFacts(run: Run): RunFacts {
  const { ref, workflow, source } = run;
  return {
    created: Date.parse(run.createdAt) || 0,
    started: millis(run.startedAt),
    completed: millis(run.completedAt),
    sortName: sortableName(ref.name),
    workflow: workflow && `${workflow.kind}/${workflow.name}`,
    text: [
      ref.name,
      ref.namespace,
      workflow?.name,
      run.project,
      run.component,
      source.branch,
      source.commit,
    ]
      .filter(Boolean)
      .join('\n')
      .toLowerCase(),
  };
}

/** The facts of a run; runs are never changed, so they are remembered. */
export function runFacts(run: Run): RunFacts {
  let facts = factsByRun.get(run);
  if (!facts) {
    facts = findFacts(run);
    factsByRun.set(run, facts);
  }
  return facts;
}
