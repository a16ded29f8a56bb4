import { Button, ButtonIcon } from '@backstage/ui';
import { RiFlashlightLine } from '@remixicon/react';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import {
  CONNECTION_TEST_ID,
  ConnectionTestDialog,
  withTestRequest,
} from '../ConnectionTest';

export interface TestConnectionButtonProps {
  uid: string;
  /** There is room for an icon only. */
  small: boolean;
}

const LABEL = 'Test connection';

/** Has the card test the connection where the page shows it, and opens a dialog that does elsewhere. */
export function TestConnectionButton(props: TestConnectionButtonProps) {
  const { search } = useLocation();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const test = () => {
    if (document.getElementById(CONNECTION_TEST_ID)) {
      navigate({ search: withTestRequest(search) }, { replace: true });
    } else {
      setOpen(true);
    }
  };
  return (
    <>
      {props.small ? (
        <ButtonIcon
          variant="primary"
          aria-label={LABEL}
          icon={<RiFlashlightLine />}
          onPress={test}
        />
      ) : (
        <Button
          variant="primary"
          iconStart={<RiFlashlightLine />}
          onPress={test}
        >
          {LABEL}
        </Button>
      )}
      {open && (
        <ConnectionTestDialog uid={props.uid} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
