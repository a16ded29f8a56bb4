import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import {
  CardSkeleton,
  PermissionNotice,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { ReactNode, useId } from 'react';
import {
  PermissionOnRun,
  useRunPermission,
} from '../../../hooks/useRunPermission';

export interface PermissionGateProps {
  uid: string;
  permission: PermissionOnRun;
  /** What the user may not do: `You may not stop this run`. */
  refusal: string;
  /** On the button that does it. */
  verb: string;
  onClose: () => void;
  children: ReactNode;
}

/** The content of a dialog for those who may do what it is about; for others, which permission that takes. */
export function PermissionGate(props: PermissionGateProps) {
  const { uid, permission, refusal, verb, onClose, children } = props;
  const explanationId = useId();
  switch (useRunPermission(permission, uid)) {
    case 'granted':
      return <>{children}</>;
    case 'missing':
      return (
        <>
          <DialogContent>
            <PermissionNotice
              id={explanationId}
              title={refusal}
              permission={permission}
            />
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Close</Button>
            <Button
              variant="contained"
              disabled
              aria-describedby={explanationId}
            >
              {verb}
            </Button>
          </DialogActions>
        </>
      );
    default:
      return (
        <>
          <DialogContent>
            <CardSkeleton lines={2} />
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
          </DialogActions>
        </>
      );
  }
}
