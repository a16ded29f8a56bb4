import {
  RegisteredPlane,
  RegistrationResult,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { RegistrationStep } from '../form/steps';
import { AgentStep } from '../steps/AgentStep';
import { IdentityStep } from '../steps/IdentityStep';
import { LinksStep } from '../steps/LinksStep';
import { ReviewStep } from '../steps/ReviewStep';
import { WhatStep } from '../steps/WhatStep';

export interface StepContentProps {
  step: RegistrationStep;
  /** Back to the step before the last one. */
  onBack: () => void;
  onSaved: (result: RegistrationResult) => void;
  onConflict?: (current: RegisteredPlane) => void;
}

/** What a step of the form asks. */
export function StepContent(props: StepContentProps) {
  switch (props.step) {
    case 'identity':
      return <IdentityStep />;
    case 'agent':
      return <AgentStep />;
    case 'links':
      return <LinksStep />;
    case 'review':
      return (
        <ReviewStep
          onBack={props.onBack}
          onRegistered={props.onSaved}
          onConflict={props.onConflict}
        />
      );
    default:
      return <WhatStep />;
  }
}
