import TextField, { TextFieldProps } from '@mui/material/TextField';
import {
  isBlocking,
  RegistrationField,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { useId } from 'react';
import { useRegistrationForm } from '../form/RegistrationForm';
import { FieldProblems } from './FieldProblems';
import { SuggestionField } from './SuggestionField';

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
  /** Nothing but the suggestions can be meant. */
  closed?: boolean;
  disabled?: boolean;
}

/** A field for one value of the registration, with what is wrong with it below. */
export function RegistrationTextField(props: RegistrationTextFieldProps) {
  const { field, label, help, rows, suggestions, code, disabled } = props;
  const { values, change, problemsAt, leaveField } = useRegistrationForm();
  const id = useId();
  const problems = problemsAt(field);
  const value = values[field] ?? '';
  const onChange = (typed: string) => change({ [field]: typed });
  const textField: TextFieldProps = {
    label,
    placeholder: props.placeholder,
    required: props.required,
    fullWidth: true,
    size: 'small',
    error: problems.some(isBlocking),
    helperText:
      problems.length > 0 ? <FieldProblems problems={problems} /> : help,
    FormHelperTextProps: { component: 'div' },
    onBlur: () => leaveField(field),
    // The page finds a field by its name, to show what has to be corrected.
    inputProps: {
      name: field,
      autoComplete: 'off',
      spellCheck: !code,
      // The problem is said below the field, not in the browser's own words.
      required: false,
      'aria-required': props.required,
    },
    sx: code ? { '& input, & textarea': { fontFamily: 'monospace' } } : {},
  };
  return suggestions ? (
    <SuggestionField
      id={id}
      value={value}
      suggestions={suggestions}
      closed={props.closed}
      disabled={disabled}
      onChange={onChange}
      textField={textField}
    />
  ) : (
    <TextField
      {...textField}
      id={id}
      value={value}
      disabled={disabled}
      multiline={rows !== undefined && rows > 1}
      minRows={rows}
      maxRows={rows && rows * 2}
      onChange={event => onChange(event.target.value)}
    />
  );
}
