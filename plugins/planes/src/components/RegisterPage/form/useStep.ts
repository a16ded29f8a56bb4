import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { RegistrationStep } from './steps';

/** Where in the form the reader is, as the page's URL has it. */
export interface StepPlace {
  step: RegistrationStep;
  /** The field to show when the step opens, from a link to it. */
  field?: string;
  go: (
    step: RegistrationStep,
    options?: { field?: string; replace?: boolean },
  ) => void;
}

/** The step that the URL names; the first one where it names none. */
export function useStep(steps: readonly RegistrationStep[]): StepPlace {
  const [params, setParams] = useSearchParams();
  const named = params.get('step');
  const go = useCallback<StepPlace['go']>(
    (step, { field, replace } = {}) =>
      setParams(
        current => {
          const next = new URLSearchParams(current);
          next.set('step', step);
          next.delete('field');
          if (field) {
            next.set('field', field);
          }
          return next;
        },
        { replace },
      ),
    [setParams],
  );
  return {
    step: steps.find(step => step === named) ?? steps[0],
    field: params.get('field') ?? undefined,
    go,
  };
}
