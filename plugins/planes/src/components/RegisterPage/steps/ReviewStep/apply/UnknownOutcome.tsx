import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { RegistrationResult } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  errorMessage,
  Notice,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { useRegistrationForm } from '../../../form/RegistrationForm';
import { LookUpNote } from './LookUpNote';
import { useLookUp } from './useLookUp';

function asSentence(text: string): string {
  return `${text.replace(/\.$/, '')}.`;
}

export interface UnknownOutcomeProps {
  error: Error;
  onFound: (result: RegistrationResult) => void;
}

/** The answer to a registration was lost: the plane may have been created. */
function UnknownRegistration(props: UnknownOutcomeProps) {
  const { values } = useRegistrationForm();
  const { lookUp, look } = useLookUp(values, props.onFound);
  return (
    <Stack spacing={1.5}>
      <Notice
        severity="warning"
        title={`It is not known whether ${values.name} was created`}
      >
        {asSentence(errorMessage(props.error))} Look for the plane before you
        try again. Trying again does no harm, since a plane that exists is never
        overwritten.
      </Notice>
      <LookUpNote lookUp={lookUp} planeName={values.name} />
      <div>
        <Button
          variant="outlined"
          disabled={lookUp.status === 'looking'}
          onClick={look}
        >
          {lookUp.status === 'looking' ? 'Looking…' : 'Look for the plane'}
        </Button>
      </div>
    </Stack>
  );
}

/** The answer to a write was lost. */
export function UnknownOutcome(props: UnknownOutcomeProps) {
  const { editing } = useRegistrationForm();
  return editing ? (
    <Notice
      severity="warning"
      title="It is not known whether the changes were saved"
    >
      {asSentence(errorMessage(props.error))} Save them again: where they were
      saved already, you are shown both sides and nothing is lost.
    </Notice>
  ) : (
    <UnknownRegistration {...props} />
  );
}
