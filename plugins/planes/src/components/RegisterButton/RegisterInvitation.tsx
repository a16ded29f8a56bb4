import Box from '@mui/material/Box';
import { planeCreatePermission } from '@openchoreo-planes/backstage-plugin-planes-common';
import { PermissionNotice } from '@openchoreo-planes/backstage-plugin-planes-react';
import { useRegisterAccess } from '../../live/useRegisterAccess';
import { useRegisterHref } from '../../live/useRegisterHref';
import { RegisterButton } from './RegisterButton';

/** Where there are no planes: the way to register the first one, or which permission that needs. */
export function RegisterInvitation() {
  const access = useRegisterAccess();
  if (!useRegisterHref() || access === 'checking') {
    return null;
  }
  return access === 'missing' ? (
    <PermissionNotice
      title="You may not register planes"
      permission={planeCreatePermission}
    />
  ) : (
    <Box>
      <RegisterButton access={access} />
    </Box>
  );
}
