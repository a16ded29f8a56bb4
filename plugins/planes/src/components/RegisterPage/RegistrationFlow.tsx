import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import {
  RegisteredPlane,
  RegistrationResult,
  RegistrationValues,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { ChecksCard } from './checks/ChecksCard';
import { RegistrationFormContext } from './form/RegistrationForm';
import { RegistrationStep, REGISTRATION_STEPS } from './form/steps';
import {
  RegistrationFormOptions,
  useRegistrationFormState,
} from './form/useRegistrationFormState';
import { useReachableStep } from './form/useReachableStep';
import { useStep } from './form/useStep';
import { DraftNotice } from './frame/DraftNotice';
import {
  RegistrationFrame,
  RegistrationFrameProps,
} from './frame/RegistrationFrame';
import { Stepper } from './frame/Stepper';
import { stepStates } from './frame/stepStates';
import { StepContent } from './frame/StepContent';
import { StepTask } from './frame/StepTask';
import { stepSummary } from './frame/stepWords';
import { LeaveDialog } from './leave/LeaveDialog';
import { useLeaveGuard } from './leave/useLeaveGuard';
import { ManifestCard } from './manifest/ManifestCard';

/** The kind of a plane that exists cannot change, and its agent is there. */
const EDIT_STEPS: readonly RegistrationStep[] = [
  'identity',
  'agent',
  'links',
  'review',
];
/** The last step is a page of its own: it has no form any more. */
const NEW_STEPS: readonly RegistrationStep[] = ['what', ...EDIT_STEPS];

export interface RegistrationFlowProps extends RegistrationFormOptions {
  title: string;
  breadcrumbs: RegistrationFrameProps['breadcrumbs'];
  /** Below the title; may ask for the form. */
  subtitle?: ReactNode;
  /** What the page should say above the steps. */
  notice?: ReactNode;
  /** Where one goes who leaves the form. */
  leaveTo: string;
  /** What the dialog asks before that. */
  leaveQuestion: string;
  /** The control plane has the plane as the values say. */
  onSaved: (result: RegistrationResult, values: RegistrationValues) => void;
  /** Somebody else has changed the plane since the form was opened. */
  onConflict?: (current: RegisteredPlane, values: RegistrationValues) => void;
}

/** A form for a plane, whole: its steps, what comes of it, and what becomes of it when it is left. */
export function RegistrationFlow(props: RegistrationFlowProps) {
  const { editing, leaveTo, notice, onSaved, onConflict } = props;
  const state = useRegistrationFormState(props);
  const { form, dirty, restoredAt } = state;
  const steps = editing ? EDIT_STEPS : NEW_STEPS;
  const shownSteps = editing ? EDIT_STEPS : REGISTRATION_STEPS;
  const place = useStep(steps);
  const held = useLeaveGuard(dirty);
  const navigate = useNavigate();
  // The title keeps its room.
  const small = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
  useReachableStep(steps, place, state);

  return (
    <RegistrationFormContext.Provider value={form}>
      <RegistrationFrame
        title={props.title}
        breadcrumbs={props.breadcrumbs}
        subtitle={props.subtitle}
        actions={
          <Button onClick={() => navigate(leaveTo)}>
            {dirty && !small ? 'Leave and keep draft' : 'Leave'}
          </Button>
        }
        stepper={
          <Stepper
            steps={stepStates(shownSteps, place.step, form.problems)}
            summary={step => stepSummary(step, form.values, form.served)}
            onGo={step => place.go(step)}
          />
        }
        aside={
          <Stack spacing={2}>
            <ManifestCard />
            <ChecksCard />
          </Stack>
        }
      >
        {notice}
        {restoredAt !== undefined && (
          <DraftNotice
            savedAt={restoredAt}
            onStartOver={() => {
              state.startOver();
              place.go(steps[0]);
            }}
          />
        )}
        <StepTask
          steps={steps}
          count={shownSteps.length}
          place={place}
          state={state}
        >
          <StepContent
            step={place.step}
            onBack={() => place.go('links')}
            onSaved={result => onSaved(result, form.values)}
            onConflict={
              onConflict && (current => onConflict(current, form.values))
            }
          />
        </StepTask>
      </RegistrationFrame>
      {held && (
        <LeaveDialog
          title={props.leaveQuestion}
          onStay={held.stay}
          onKeep={held.leave}
          onDiscard={() => {
            state.discard();
            held.leave();
          }}
        />
      )}
    </RegistrationFormContext.Provider>
  );
}
