import Box from '@mui/material/Box';
import { RegistrationTextField } from '../../../fields/RegistrationTextField';
import { CA_KEY, CONTROL_PLANE_NAMESPACE } from './secretDefaults';

export interface SecretFieldsProps {
  /** Which Secret of the registration they name. */
  place: 'storeIn' | 'secretKeyRef';
  withNamespace: boolean;
  requiresNamespace: boolean;
}

/** The place of a certificate in a Secret. */
export function SecretFields(props: SecretFieldsProps) {
  const { place, withNamespace, requiresNamespace } = props;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 12rem), 1fr))',
      }}
    >
      {withNamespace && (
        <RegistrationTextField
          field={`agentCA.${place}.namespace`}
          label="Namespace of the Secret"
          required={requiresNamespace}
          code
          suggestions={[CONTROL_PLANE_NAMESPACE]}
          help={
            requiresNamespace
              ? 'The plane has no namespace of its own, in which the Secret would be looked up.'
              : 'Left empty, it is the namespace of the plane.'
          }
        />
      )}
      <RegistrationTextField
        field={`agentCA.${place}.name`}
        label="Name of the Secret"
        required
        code
        help={
          place === 'storeIn'
            ? 'It is created with the plane; one that exists is left alone.'
            : "It is in the control plane's cluster."
        }
      />
      <RegistrationTextField
        field={`agentCA.${place}.key`}
        label="Key in the Secret"
        required
        code
        placeholder={CA_KEY}
        help="The key whose value is the PEM text."
      />
    </Box>
  );
}
