import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';

/** Props of {@link ChoiceField}. @public */
export interface ChoiceFieldProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

/**
 * One of several, with what it is about before it: `Group: health`.
 *
 * @public
 */
export function ChoiceField(props: ChoiceFieldProps) {
  const { label, value, options, onChange } = props;
  return (
    <TextField
      select
      size="small"
      value={value}
      onChange={event => onChange(event.target.value)}
      SelectProps={{ native: true }}
      inputProps={{ 'aria-label': label }}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">{label}:</InputAdornment>
        ),
      }}
      sx={theme => ({
        maxWidth: 200,
        '& .MuiInputAdornment-root p, & select': {
          fontSize: theme.typography.body2.fontSize,
        },
      })}
    >
      {options.map(option => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </TextField>
  );
}
