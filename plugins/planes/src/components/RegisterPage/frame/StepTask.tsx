import Box from '@mui/material/Box';
import { RegistrationProblem } from '@openchoreo-planes/backstage-plugin-planes-common';
import { ReactNode, useEffect, useRef, useState } from 'react';
import {
  Announcement,
  countOf,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { findHindrance } from '../form/findHindrance';
import { focusField } from '../form/focusField';
import { RegistrationStep } from '../form/steps';
import { RegistrationFormState } from '../form/useRegistrationFormState';
import { StepPlace } from '../form/useStep';
import { StepNavigation } from './StepNavigation';
import { STEP_LABELS } from './stepWords';

export interface StepTaskProps {
  steps: readonly RegistrationStep[];
  /** How many steps there are, with those that come after the form. */
  count: number;
  place: StepPlace;
  state: RegistrationFormState;
  children: ReactNode;
}

function toCorrect(problems: readonly RegistrationProblem[]): string {
  const [{ message }] = problems;
  return problems.length === 1
    ? `To correct: ${message}`
    : `${countOf(problems.length, 'value')} to correct. First: ${message}`;
}

/** The current step, and the ways back and on. */
export function StepTask(props: StepTaskProps) {
  const { steps, place, state } = props;
  const { step, field, go } = place;
  const { problems, values } = state.form;
  const [said, setSaid] = useState('');
  const region = useRef<HTMLElement>(null);
  const shown = useRef(step);
  const at = steps.indexOf(step);

  useEffect(() => {
    const isAnother = shown.current !== step;
    shown.current = step;
    if (!region.current || (!field && !isAnother)) {
      return;
    }
    // Whoever uses the keyboard goes on where the step begins.
    if (!field || !focusField(region.current, field)) {
      region.current.focus();
    }
  }, [step, field]);

  const goOn = () => {
    const passed = steps.slice(0, at + 1);
    passed.forEach(state.leaveStep);
    const hindrance = findHindrance(passed, problems, values);
    setSaid(hindrance ? toCorrect(hindrance.problems) : '');
    if (!hindrance) {
      go(steps[at + 1]);
    } else if (hindrance.step !== step) {
      go(hindrance.step, { field: hindrance.field });
    } else if (region.current && hindrance.field) {
      focusField(region.current, hindrance.field);
    }
  };

  return (
    <Box
      component="section"
      ref={region}
      tabIndex={-1}
      aria-label={`Step ${at + 1} of ${props.count}: ${STEP_LABELS[step]}`}
      // Focus comes here by itself, never by the keyboard's order.
      sx={{ '&&:focus-visible': { outline: 'none' } }}
    >
      {props.children}
      <Announcement>{said}</Announcement>
      {/* The last step goes on by itself. */}
      {steps[at + 1] && (
        <StepNavigation
          previous={steps[at - 1]}
          next={steps[at + 1]}
          onBack={() => go(steps[at - 1])}
          onContinue={goOn}
        />
      )}
    </Box>
  );
}
