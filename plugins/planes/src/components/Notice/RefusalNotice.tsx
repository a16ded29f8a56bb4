import { planeReadPermission } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  errorMessage,
  Notice,
  PermissionNotice,
  RefusalStatus,
} from '@openchoreo-planes/backstage-plugin-planes-react';

export interface RefusalNoticeProps {
  status: RefusalStatus;
  error: Error;
  onRetry: () => void;
  /** What could not be read, where it is not the state of planes: "What the control planes serve". */
  subject?: string;
}

/** Why there is no live state to show, and what to do about it. */
export function RefusalNotice(props: RefusalNoticeProps) {
  switch (props.status) {
    case 'forbidden':
      return (
        <PermissionNotice
          title="You may not see the state of planes"
          permission={planeReadPermission}
        />
      );
    case 'gone':
      return (
        <Notice
          severity="warning"
          title="The control plane no longer has this plane"
        >
          The catalog still lists it, and removes it once it has heard of the
          deletion. If it stays, the portal may have lost its control plane.
        </Notice>
      );
    default:
      return (
        <Notice
          severity="error"
          title={`${props.subject ?? 'The state'} could not be read`}
          onRetry={props.onRetry}
        >
          {errorMessage(props.error)}
        </Notice>
      );
  }
}
