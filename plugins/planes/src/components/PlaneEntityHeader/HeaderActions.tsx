import { Button, ButtonLink, useBreakpoint } from '@backstage/ui';
import { useState } from 'react';
import { useEditHref } from '../../live/useEditHref';
import { useLivePlane } from '../../live/useLivePlane';
import { ReconnectDialog } from '../ReconnectDialog';
import { EntityMenu } from './EntityMenu';
import { StarButton } from './StarButton';
import { TestConnectionButton } from './TestConnectionButton';
import { useStar } from './useStar';

/** What one can do with the plane, and with its catalog entity. */
export function HeaderActions() {
  const { live } = useLivePlane();
  const { down } = useBreakpoint();
  const star = useStar();
  const [reconnecting, setReconnecting] = useState(false);
  const plane = live.status === 'ready' ? live.view.plane : undefined;
  const editHref = useEditHref(plane);
  const reconnect =
    plane?.access === 'agent' ? () => setReconnecting(true) : undefined;
  // The title keeps its room: what is needed less moves into the menu.
  const small = down('sm');
  return (
    <>
      {!small && <StarButton star={star} />}
      {!small && editHref && (
        <ButtonLink variant="secondary" href={editHref}>
          Edit
        </ButtonLink>
      )}
      {!small && reconnect && (
        <Button variant="secondary" onPress={reconnect}>
          Reconnect agents
        </Button>
      )}
      {plane && <TestConnectionButton uid={plane.uid} small={small} />}
      <EntityMenu
        star={small ? star : undefined}
        editHref={small ? editHref : undefined}
        onReconnect={small ? reconnect : undefined}
      />
      {plane && reconnecting && (
        <ReconnectDialog
          uid={plane.uid}
          onClose={() => setReconnecting(false)}
        />
      )}
    </>
  );
}
