import Stack from '@mui/material/Stack';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useMemo } from 'react';
import { RegistrationTextField } from '../../../fields/RegistrationTextField';
import {
  OfferedKind,
  useRegistrationForm,
} from '../../../form/RegistrationForm';
import { FieldRow } from './EndpointFields';
import { FlatEndpoint, flatEndpoints, impliedValues } from './flatFields';

function FlatEndpointFields(props: { flat: FlatEndpoint }) {
  const { flat } = props;
  const { values, change } = useRegistrationForm();
  useEffect(() => {
    const implied = impliedValues(flat, values);
    if (implied) {
      change(implied);
    }
  }, [flat, values, change]);
  return (
    <Box role="group" aria-label={flat.label}>
      <Typography variant="body2" fontWeight="fontWeightMedium">
        {flat.label}
      </Typography>
      <FieldRow>
        {flat.fields.map(({ field, label, required }) => (
          <RegistrationTextField
            key={field}
            field={field}
            label={label}
            required={required}
            code
          />
        ))}
      </FieldRow>
    </Box>
  );
}

/** The gateway of a data plane before v0.17: a host and its ports for each of two audiences. */
export function FlatGateway(props: { served: OfferedKind }) {
  const { served } = props;
  const endpoints = useMemo(() => flatEndpoints(served), [served]);
  return (
    <Stack spacing={2}>
      {endpoints.map(flat => (
        <FlatEndpointFields key={flat.endpoint} flat={flat} />
      ))}
    </Stack>
  );
}
