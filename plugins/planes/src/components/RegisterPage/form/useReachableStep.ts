import { useEffect, useState } from 'react';
import { findHindrance } from './findHindrance';
import { RegistrationStep } from './steps';
import { RegistrationFormState } from './useRegistrationFormState';
import { StepPlace } from './useStep';

/**
 * Where a link opens the form at a step that it cannot have come to yet, goes back to the first that is to be filled in.
 *
 * @remarks
 * Only when the page opens: problems that turn up later are shown, and throw nobody back.
 */
export function useReachableStep(
  steps: readonly RegistrationStep[],
  { step, go }: StepPlace,
  { form }: RegistrationFormState,
): void {
  const [target, setTarget] = useState(() => {
    if (form.editing) {
      return undefined;
    }
    const passed = steps.slice(0, steps.indexOf(step));
    return findHindrance(passed, form.problems, form.values)?.step;
  });
  useEffect(() => {
    if (target) {
      setTarget(undefined);
      go(target, { replace: true });
    }
  }, [target, go]);
}
