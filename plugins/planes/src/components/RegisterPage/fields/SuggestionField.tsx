import Autocomplete, { createFilterOptions } from '@mui/material/Autocomplete';
import TextField, { TextFieldProps } from '@mui/material/TextField';

/** More than one can look through; the rest is found by typing. */
const MAX_SHOWN = 50;

const filterOptions = createFilterOptions<string>({ limit: MAX_SHOWN });

export interface SuggestionFieldProps {
  id: string;
  value: string;
  suggestions: readonly string[];
  disabled?: boolean;
  /** Nothing but the suggestions can be meant. */
  closed?: boolean;
  onChange: (value: string) => void;
  textField: TextFieldProps;
}

/** A field with what may be meant to choose from, as one types. */
export function SuggestionField(props: SuggestionFieldProps) {
  const { id, value, closed, disabled, onChange, textField } = props;
  const options = [...props.suggestions];
  if (closed && value && !options.includes(value)) {
    // What stands there is shown, even if it may not stay.
    options.unshift(value);
  }
  // What is typed is the value itself, unless it has to be one of those that are known.
  const typed = closed
    ? {}
    : {
        inputValue: value,
        onInputChange: (_event: unknown, text: string, reason: string) => {
          // Otherwise the list repeats what is chosen already.
          if (reason === 'input' || reason === 'clear') {
            onChange(text);
          }
        },
      };
  return (
    <Autocomplete
      freeSolo={!closed}
      // What opens the list also says to the eye that there is one.
      forcePopupIcon
      autoHighlight={closed}
      id={id}
      disabled={disabled}
      options={options}
      filterOptions={filterOptions}
      value={value || null}
      {...typed}
      onChange={(_event, chosen) => onChange(chosen ?? '')}
      openText="Show suggestions"
      closeText="Hide suggestions"
      clearText="Clear"
      renderInput={params => (
        <TextField
          {...textField}
          {...params}
          size="small"
          inputProps={{ ...params.inputProps, ...textField.inputProps }}
        />
      )}
    />
  );
}
