import {
  errorMessage,
  Notice,
  PermissionNotice,
  refusalStatus,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { workflowRunReadPermission } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

export interface RunsRefusalProps {
  error: Error;
  onRetry: () => void;
}

/** Why there are no runs to show, and what to do about it. */
export function RunsRefusal(props: RunsRefusalProps) {
  const { error, onRetry } = props;
  return refusalStatus(error) === 'forbidden' ? (
    <PermissionNotice
      title="You may not see workflow runs"
      permission={workflowRunReadPermission}
    />
  ) : (
    <Notice
      severity="error"
      title="The runs could not be read"
      onRetry={onRetry}
    >
      {errorMessage(error)}
    </Notice>
  );
}
