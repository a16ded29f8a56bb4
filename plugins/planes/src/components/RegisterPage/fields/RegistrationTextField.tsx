import TextField from '@mui/material/TextField';
import { RegistrationField } from '@openchoreo-planes/backstage-plugin-planes-common';
import { useRegistrationForm } from '../form/RegistrationForm';

export interface RegistrationTextFieldProps {
  field: RegistrationField;
  label: string;
  /** What it means, while nothing is wrong with the value. */
  help?: string;
  placeholder?: string;
  required?: boolean;
  /** Shown in the font of code: names, URLs, identifiers. */
  code?: boolean;
  /** How many lines it has; one unless given. */
  rows?: number;
  /** What may be meant, to choose from; anything else may be typed as well. */
  suggestions?: readonly string[];
  disabled?: boolean;
}

/** A field for one value of the registration, with what is wrong with it below. */
export function RegistrationTextField(props: RegistrationTextFieldProps) {
  const { field, label } = props;
  const { values, change } = useRegistrationForm();
  return (
    <TextField
      label={label}
      value={values[field] ?? ''}
      onChange={event => change({ [field]: event.target.value })}
    />
  );
}
