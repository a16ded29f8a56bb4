import type { StepOutcome } from './types';

/**
 * Makes one outcome of several: the evidence of all that is wrong, and the remedy of the gravest.
 *
 * @returns undefined where nothing is wrong
 */
export function gravest(
  outcomes: readonly StepOutcome[],
): StepOutcome | undefined {
  const ordered = [
    ...outcomes.filter(({ status }) => status === 'failed'),
    ...outcomes.filter(({ status }) => status === 'warning'),
  ];
  const [first] = ordered;
  return (
    first && {
      ...first,
      evidence: ordered.map(({ evidence }) => evidence).join(' '),
    }
  );
}
