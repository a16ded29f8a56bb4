import { RunSummary } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { useState } from 'react';
import { componentOf } from '../view/runWords';

/** A choice of a field. */
export interface Choice {
  value: string;
  label: string;
}

type Choices = ReadonlyMap<string, string>;

const NO_CHOICES: Choices = new Map();
const NO_RUNS: readonly RunSummary[] = [];

/** The value that stands for the component of a run; neither name can have a slash. */
export function componentValue(
  of: Pick<RunSummary, 'project' | 'component'>,
): string {
  return `${of.project ?? ''}/${of.component ?? ''}`;
}

function componentChoice(run: RunSummary): [string, string] | undefined {
  const label = componentOf(run);
  return label === undefined ? undefined : [componentValue(run), label];
}

function planeChoice({ plane }: RunSummary): [string, string] | undefined {
  return plane?.uid === undefined ? undefined : [plane.uid, plane.title];
}

/** Choices for what runs are of, collected from all runs that were shown so far. */
function useChoices(
  runs: readonly RunSummary[],
  choiceOf: (run: RunSummary) => [string, string] | undefined,
): Choice[] {
  const [seen, setSeen] = useState({ runs: NO_RUNS, choices: NO_CHOICES });
  if (seen.runs !== runs) {
    const fresh = runs.flatMap(run => {
      const choice = choiceOf(run);
      return choice && !seen.choices.has(choice[0]) ? [choice] : [];
    });
    const choices =
      fresh.length > 0 ? new Map([...seen.choices, ...fresh]) : seen.choices;
    setSeen({ runs, choices });
  }
  return [...seen.choices]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** What can be chosen beyond what the backend counts. */
export interface SeenChoices {
  components: readonly Choice[];
  planes: readonly Choice[];
}

/** The components and planes of all runs that were shown so far. */
export function useSeen(runs: readonly RunSummary[]): SeenChoices {
  return {
    components: useChoices(runs, componentChoice),
    planes: useChoices(runs, planeChoice),
  };
}
