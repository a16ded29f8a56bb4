import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { planeKindInfo } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  OfferedKind,
  useRegistrationForm,
} from '../../../form/RegistrationForm';
import { CommandStep } from '../install/CommandSteps';
import { NotInlineNotice } from './NotInlineNotice';
import { needsSecretNamespace } from './secretDefaults';
import { SecretFields } from './SecretFields';
import { showSecretCommand } from './showSecretCommand';

/** Names a Secret that holds the agent CA already. */
export function SecretReference(props: { served: OfferedKind }) {
  const { kind } = props.served;
  const { values } = useRegistrationForm();
  const isCluster = needsSecretNamespace(kind);
  return (
    <Stack spacing={2}>
      {planeKindInfo(kind).planeType === 'observability' && <NotInlineNotice />}
      <SecretFields
        place="secretKeyRef"
        withNamespace
        requiresNamespace={isCluster}
      />
      <div>
        <Typography variant="body2" color="text.secondary" gutterBottom>
          The portal never reads Secrets, so it cannot tell whether this one
          holds a CA. The subject must be that of the agent's CA, and the basic
          constraints must say CA:TRUE.
        </Typography>
        <CommandStep
          command={showSecretCommand(
            values,
            isCluster ? undefined : values.namespace,
          )}
        />
      </div>
    </Stack>
  );
}
