import TextField from '@mui/material/TextField';
import { useId } from 'react';
import { useRegistrationForm } from '../../form/RegistrationForm';

/** The control plane in which the plane is registered, where there are several. */
export function ControlPlaneField() {
  const { kinds, values, change } = useRegistrationForm();
  const id = useId();
  if (kinds.controlPlanes.length < 2) {
    return null;
  }
  return (
    <TextField
      select
      id={id}
      size="small"
      fullWidth
      label="Control plane"
      value={values.controlPlane ?? ''}
      onChange={event => change({ controlPlane: event.target.value })}
      SelectProps={{ native: true }}
      inputProps={{ name: 'controlPlane' }}
    >
      {kinds.controlPlanes.map(({ name }) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </TextField>
  );
}
