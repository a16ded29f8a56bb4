import { planeReconnectPermission } from '@openchoreo-planes/backstage-plugin-planes-common';
import { TitledDialog } from '@openchoreo-planes/backstage-plugin-planes-react';
import { usePlanePermission } from '../../live/usePlanePermission';
import { ReconnectFlow } from './ReconnectFlow';
import { ReconnectForbidden } from './ReconnectForbidden';
import { ReconnectWaiting } from './ReconnectWaiting';

export interface ReconnectDialogProps {
  uid: string;
  onClose: () => void;
}

function Content(props: ReconnectDialogProps) {
  const permission = usePlanePermission(planeReconnectPermission, props.uid);
  switch (permission) {
    case 'granted':
      return <ReconnectFlow {...props} />;
    case 'missing':
      return <ReconnectForbidden onClose={props.onClose} />;
    default:
      return <ReconnectWaiting onClose={props.onClose} />;
  }
}

/** Makes a plane's agents dial in anew, once the reader knows whom that interrupts. */
export function ReconnectDialog(props: ReconnectDialogProps) {
  return (
    <TitledDialog title="Reconnect agents" onClose={props.onClose}>
      <Content {...props} />
    </TitledDialog>
  );
}
