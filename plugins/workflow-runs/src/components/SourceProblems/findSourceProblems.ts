import { RunSourceStatus } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/** Why runs of a control plane may not be as they are shown, or are missing. */
export interface SourceProblem {
  type: 'stale' | 'forbidden' | 'syncing';
  controlPlane: string;
  /** The kinds of runs that it is about, in the plural; empty where it is all of them. */
  kinds: string[];
  /** Since when, of the first of them; ISO 8601. */
  since: string;
  /** In plain words, each once. */
  errors: string[];
}

const PROBLEMS = ['forbidden', 'stale', 'syncing'] as const;

function earliest(times: readonly string[]): string {
  return times.reduce((a, b) => (Date.parse(b) < Date.parse(a) ? b : a));
}

function problemsOf(
  controlPlane: string,
  sources: readonly RunSourceStatus[],
): SourceProblem[] {
  const served = sources.filter(({ state }) => state !== 'absent');
  return PROBLEMS.flatMap(type => {
    const bad = served.filter(({ state }) => state === type);
    if (bad.length === 0) {
      return [];
    }
    const kinds = new Set(bad.map(({ kind }) => `${kind}s`));
    return {
      type,
      controlPlane,
      kinds: bad.length === served.length ? [] : [...kinds],
      since: earliest(bad.map(({ since }) => since)),
      errors: [...new Set(bad.flatMap(({ error }) => error ?? []))],
    };
  });
}

/** What is wrong with the sources of runs: one problem for all of a control plane that fails in the same way. */
export function findSourceProblems(
  sources: readonly RunSourceStatus[],
): SourceProblem[] {
  const names = new Set(sources.map(({ controlPlane }) => controlPlane));
  return [...names].flatMap(name =>
    problemsOf(
      name,
      sources.filter(({ controlPlane }) => controlPlane === name),
    ),
  );
}
