import {
  errorMessage,
  Notice,
  readRegistrationRefusal,
  refusalStatus,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { ConflictNotice } from '../apply/ConflictNotice';
import { WriteForbidden } from '../apply/WriteForbidden';

export interface DryRunFailureProps {
  error: Error;
  onRetry: () => void;
  permissionNoticeId: string;
}

/** Why the portal's backend did not say what would come of the values. */
export function DryRunFailure(props: DryRunFailureProps) {
  const { error, onRetry, permissionNoticeId } = props;
  if (refusalStatus(error) === 'forbidden') {
    return <WriteForbidden id={permissionNoticeId} />;
  }
  if (readRegistrationRefusal(error).current) {
    return <ConflictNotice />;
  }
  return (
    <Notice
      severity="error"
      title="It could not be checked whether this can be written"
      onRetry={onRetry}
    >
      {errorMessage(error)}
    </Notice>
  );
}
