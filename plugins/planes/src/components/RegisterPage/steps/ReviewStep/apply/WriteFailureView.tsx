import { RegistrationResult } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  errorMessage,
  Notice,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { useRegistrationForm } from '../../../form/RegistrationForm';
import { ConflictNotice } from './ConflictNotice';
import { UnknownOutcome } from './UnknownOutcome';
import { WriteFailure } from './writeFailure';
import { WriteForbidden } from './WriteForbidden';

export interface WriteFailureViewProps {
  failure: WriteFailure;
  onFound: (result: RegistrationResult) => void;
}

/** Why the plane was not written, and what to do about it. */
export function WriteFailureView(props: WriteFailureViewProps) {
  const { failure, onFound } = props;
  const { editing } = useRegistrationForm();
  switch (failure.status) {
    case 'forbidden':
      return <WriteForbidden />;
    case 'conflict':
      return <ConflictNotice />;
    case 'refused':
      return (
        <Notice
          severity="error"
          title={
            editing
              ? 'The changes were not saved'
              : 'The plane was not registered'
          }
        >
          {errorMessage(failure.error)}
          {failure.problems.length > 0 &&
            ' What is wrong is listed under Problems and notes.'}
        </Notice>
      );
    default:
      return <UnknownOutcome error={failure.error} onFound={onFound} />;
  }
}
