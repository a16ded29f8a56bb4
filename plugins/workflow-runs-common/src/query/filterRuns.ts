import type { RunsCounts, RunsQuery } from '../api/runsSchema';
import type { RunPhase } from '../model/phases';
import type { Run } from '../model/run';
import { RunFacts, runFacts } from './runFacts';

/** A run in a list, and the plane that it runs on. @public */
export interface ListedRun {
  readonly run: Run;
  /** The uid of the plane; undefined where it is not known. */
  readonly planeUid?: string;
}

type Test = (listed: ListedRun, facts: RunFacts) => boolean;

function anyOf(
  wanted: string | readonly string[] | undefined,
  valueOf: (listed: ListedRun) => string | undefined,
): Test | undefined {
  if (wanted === undefined || wanted.length === 0) {
    return undefined;
  }
  const values = new Set<string | undefined>([wanted].flat());
  return listed => values.has(valueOf(listed));
}

function ofWorkflow(wanted: RunsQuery['workflow']): Test | undefined {
  if (!wanted || wanted.length === 0) {
    return undefined;
  }
  const values = new Set(wanted);
  return ({ run }, { workflow }) =>
    run.workflow !== undefined &&
    workflow !== undefined &&
    (values.has(workflow) || values.has(run.workflow.name));
}

function createdWithin({ from, to }: RunsQuery): Test | undefined {
  if (from === undefined && to === undefined) {
    return undefined;
  }
  const start = from === undefined ? -Infinity : Date.parse(from);
  const end = to === undefined ? Infinity : Date.parse(to);
  return (_, { created }) => created >= start && created < end;
}

function hasWords(text: string = ''): Test | undefined {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return words.length === 0
    ? undefined
    : (_, facts) => words.every(word => facts.text.includes(word));
}

/** Counts how often each value comes. */
class Tally<K extends string> {
  readonly #counts = new Map<K, number>();

  add(value: K): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
  }

  toObject(): Record<string, number> {
    return Object.fromEntries(this.#counts);
  }
}

interface Match<T extends ListedRun> {
  readonly item: T;
  readonly facts: RunFacts;
}

const anyRun: Test = () => true;

/** The runs that a query lets through, and how many there are by phase, workflow and namespace. */
export function filterRuns<T extends ListedRun>(
  runs: readonly T[],
  query: RunsQuery,
): { matches: Match<T>[]; counts: RunsCounts } {
  const others = [
    anyOf(query.controlPlane, ({ run }) => run.ref.controlPlane),
    anyOf(query.project, ({ run }) => run.project),
    anyOf(query.component, ({ run }) => run.component),
    anyOf(query.plane, ({ planeUid }) => planeUid),
    createdWithin(query),
    hasWords(query.text),
  ].filter(test => test !== undefined);
  const hasPhase = anyOf(query.phase, ({ run }) => run.phase) ?? anyRun;
  const hasWorkflow = ofWorkflow(query.workflow) ?? anyRun;
  const hasNamespace =
    anyOf(query.namespace, ({ run }) => run.ref.namespace) ?? anyRun;
  const matches: Match<T>[] = [];
  const phases = new Tally<RunPhase>();
  const workflows = new Tally();
  const namespaces = new Tally();
  for (const item of runs) {
    const facts = runFacts(item.run);
    if (!others.every(test => test(item, facts))) {
      continue;
    }
    const inPhase = hasPhase(item, facts);
    const ofIt = hasWorkflow(item, facts);
    const inIt = hasNamespace(item, facts);
    if (ofIt && inIt) {
      phases.add(item.run.phase);
    }
    if (inPhase && inIt && facts.workflow !== undefined) {
      workflows.add(facts.workflow);
    }
    if (inPhase && ofIt) {
      namespaces.add(item.run.ref.namespace);
    }
    if (inPhase && ofIt && inIt) {
      matches.push({ item, facts });
    }
  }
  return {
    matches,
    counts: {
      all: runs.length,
      phases: phases.toObject(),
      workflows: workflows.toObject(),
      namespaces: namespaces.toObject(),
    },
  };
}
