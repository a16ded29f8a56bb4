import Box from '@mui/material/Box';
import { GatewayEndpointField } from '@openchoreo-planes/backstage-plugin-planes-common';
import { ReactNode } from 'react';
import { RegistrationTextField } from '../../../fields/RegistrationTextField';
import { useRegistrationForm } from '../../../form/RegistrationForm';
import {
  isUsed,
  Protocol,
  PROTOCOL_LABELS,
  PROTOCOLS,
  USUAL_GATEWAY,
  usesListener,
} from './endpoints';

/** Fields beside each other, as many as fit. */
export function FieldRow(props: { children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        mt: 2,
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 9rem), 1fr))',
      }}
    >
      {props.children}
    </Box>
  );
}

interface ListenerProps {
  endpoint: GatewayEndpointField;
  protocol: Protocol;
}

function Listener({ endpoint, protocol }: ListenerProps) {
  const { values } = useRegistrationForm();
  const label = PROTOCOL_LABELS[protocol];
  const required = usesListener(endpoint, protocol, values);
  return (
    <FieldRow>
      <RegistrationTextField
        field={`${endpoint}.${protocol}.port`}
        label={`${label} port`}
        required={required}
        code
      />
      <RegistrationTextField
        field={`${endpoint}.${protocol}.host`}
        label={`${label} host`}
        required={required}
        code
        placeholder="apps.example.com"
      />
      <RegistrationTextField
        field={`${endpoint}.${protocol}.listenerName`}
        label={`${label} listener name`}
        code
      />
    </FieldRow>
  );
}

/** The Gateway of an endpoint, and its listeners. */
export function EndpointFields(props: { endpoint: GatewayEndpointField }) {
  const { endpoint } = props;
  const { values } = useRegistrationForm();
  const required = isUsed(endpoint, values);
  return (
    <>
      <FieldRow>
        <RegistrationTextField
          field={`${endpoint}.name`}
          label="Gateway name"
          required={required}
          code
          suggestions={[USUAL_GATEWAY.name]}
        />
        <RegistrationTextField
          field={`${endpoint}.namespace`}
          label="Gateway namespace"
          required={required}
          code
          suggestions={[USUAL_GATEWAY.namespace]}
        />
      </FieldRow>
      {PROTOCOLS.map(protocol => (
        <Listener key={protocol} endpoint={endpoint} protocol={protocol} />
      ))}
    </>
  );
}
