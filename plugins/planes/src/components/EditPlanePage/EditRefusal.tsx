import { planeUpdatePermission } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  errorMessage,
  isInvalid,
  Notice,
  PermissionNotice,
  refusalStatus,
} from '@openchoreo-planes/backstage-plugin-planes-react';

export interface EditRefusalProps {
  error: Error;
  onRetry: () => void;
}

/** Why a plane cannot be changed, and what to do about it. */
export function EditRefusal(props: EditRefusalProps) {
  const { error, onRetry } = props;
  if (isInvalid(error)) {
    return (
      <Notice severity="info" title="This plane cannot be changed here">
        {errorMessage(error)}
      </Notice>
    );
  }
  switch (refusalStatus(error)) {
    case 'forbidden':
      return (
        <PermissionNotice
          title="You may not change this plane"
          permission={planeUpdatePermission}
        />
      );
    case 'gone':
      return (
        <Notice
          severity="warning"
          title="No control plane has this plane any more"
        >
          It was deleted, or the portal may have lost its control plane. The
          page of all planes tells which planes there are.
        </Notice>
      );
    default:
      return (
        <Notice
          severity="error"
          title="The plane could not be read"
          onRetry={onRetry}
        >
          {errorMessage(error)}
        </Notice>
      );
  }
}
