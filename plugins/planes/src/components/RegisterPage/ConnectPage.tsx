import { useEffect } from 'react';
import { removeDraft } from './form/draft';
import { REGISTRATION_STEPS } from './form/steps';
import {
  RegistrationFrame,
  RegistrationFrameProps,
} from './frame/RegistrationFrame';
import { Stepper } from './frame/Stepper';
import { STEP_LABELS } from './frame/stepWords';
import { ConnectStep } from './steps/ConnectStep';

export interface ConnectPageProps
  extends Pick<RegistrationFrameProps, 'title' | 'breadcrumbs'> {
  /** Of the plane's resource. */
  uid: string;
  /** Of the draft that has become a plane. */
  draftKey: string;
}

/** The last step, of a plane that is registered: there is no form any more. */
export function ConnectPage(props: ConnectPageProps) {
  const { uid, draftKey, ...frame } = props;
  useEffect(() => removeDraft(draftKey), [draftKey]);
  const count = REGISTRATION_STEPS.length;
  return (
    <RegistrationFrame
      {...frame}
      stepper={
        <Stepper
          steps={REGISTRATION_STEPS.map(step => ({
            step,
            status: step === 'connect' ? 'current' : 'done',
            open: false,
          }))}
          summary={step =>
            step === 'connect' ? 'Wait for the agent, test' : 'Done'
          }
          onGo={() => {}}
        />
      }
    >
      <section aria-label={`Step ${count} of ${count}: ${STEP_LABELS.connect}`}>
        <ConnectStep uid={uid} />
      </section>
    </RegistrationFrame>
  );
}
