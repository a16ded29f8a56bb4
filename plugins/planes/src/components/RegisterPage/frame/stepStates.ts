import {
  isBlocking,
  RegistrationProblem,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { stepOfProblem } from '../form/problemFields';
import { RegistrationStep } from '../form/steps';

/** A step as the list of steps shows it. */
export interface StepState {
  step: RegistrationStep;
  status: 'done' | 'wrong' | 'current' | 'ahead';
  /** Whether one may go there now. */
  open: boolean;
}

/**
 * How far the form has come.
 *
 * @remarks
 * What is before the current step may be changed at any time; what is after it waits until all before it is right. Nobody
 * can go to the connection before the plane is registered.
 */
export function stepStates(
  steps: readonly RegistrationStep[],
  current: RegistrationStep,
  problems: readonly RegistrationProblem[],
): StepState[] {
  const wrong = new Set(problems.filter(isBlocking).map(stepOfProblem));
  const at = steps.indexOf(current);
  const firstWrong = steps.findIndex(step => wrong.has(step));
  return steps.map((step, index): StepState => {
    if (index === at) {
      return { step, status: 'current', open: false };
    }
    if (index < at) {
      return { step, status: wrong.has(step) ? 'wrong' : 'done', open: true };
    }
    const isReachable = firstWrong < 0 || index <= firstWrong;
    return {
      step,
      status: 'ahead',
      open: isReachable && step !== 'connect',
    };
  });
}
