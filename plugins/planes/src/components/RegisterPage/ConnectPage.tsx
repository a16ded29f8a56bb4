import Box from '@mui/material/Box';
import { useEffect, useRef } from 'react';
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
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    removeDraft(draftKey);
    // What had the focus before has gone with the form.
    region.current?.focus({ preventScroll: true });
  }, [draftKey]);
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
      <Box
        component="section"
        ref={region}
        tabIndex={-1}
        aria-label={`Step ${count} of ${count}: ${STEP_LABELS.connect}`}
        // Focus comes here by itself, never by the keyboard's order.
        sx={{ '&&:focus-visible': { outline: 'none' } }}
      >
        <ConnectStep uid={uid} />
      </Box>
    </RegistrationFrame>
  );
}
