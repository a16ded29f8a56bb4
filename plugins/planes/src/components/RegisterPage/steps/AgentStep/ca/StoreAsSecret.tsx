import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { planeKindInfo } from '@openchoreo-planes/backstage-plugin-planes-common';
import { useId } from 'react';
import {
  OfferedKind,
  useRegistrationForm,
} from '../../../form/RegistrationForm';
import { ToneText } from '../ToneText';
import { NotInlineNotice } from './NotInlineNotice';
import { needsSecretNamespace, proposedSecret } from './secretDefaults';
import { SecretFields } from './SecretFields';

const NOTHING = {
  'agentCA.storeIn.name': '',
  'agentCA.storeIn.key': '',
  'agentCA.storeIn.namespace': '',
};

/** Lets the pasted CA go into a Secret of its own instead of the plane's resource. */
export function StoreAsSecret(props: { served: OfferedKind }) {
  const { kind } = props.served;
  const { values, change } = useRegistrationForm();
  const id = useId();
  const checked =
    values['agentCA.storeIn.name'] !== undefined ||
    values['agentCA.storeIn.key'] !== undefined ||
    values['agentCA.storeIn.namespace'] !== undefined;
  return (
    <div>
      <FormControlLabel
        control={
          <Checkbox
            size="small"
            checked={checked}
            inputProps={{ 'aria-describedby': id }}
            onChange={event =>
              change(
                event.target.checked ? proposedSecret(kind, values) : NOTHING,
              )
            }
          />
        }
        label="Store it as a Secret and refer to that"
      />
      <Typography
        id={id}
        variant="caption"
        component="p"
        color="text.secondary"
      >
        Otherwise the certificate stands in the plane's resource, where everyone
        who may read the plane can read it. It is no secret.
      </Typography>
      {checked && (
        <Box sx={{ display: 'grid', gap: 2, mt: 2 }}>
          {planeKindInfo(kind).planeType === 'observability' && (
            <NotInlineNotice />
          )}
          {values['agentCA.storeIn.name'] === undefined && (
            <Typography variant="body2">
              <ToneText tone="warning">
                Name the Secret. Without a name, the certificate is not stored
                as a Secret but stands in the plane's resource.
              </ToneText>
            </Typography>
          )}
          <SecretFields
            place="storeIn"
            withNamespace={needsSecretNamespace(kind)}
            requiresNamespace
          />
        </Box>
      )}
    </div>
  );
}
