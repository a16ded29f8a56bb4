import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { RiSearchLine } from '@remixicon/react';
import { useEffect, useState } from 'react';

const DEBOUNCE_MS = 150;

/** Props of {@link SearchField}. @public */
export interface SearchFieldProps {
  /** What it searches: `Search planes`. */
  label: string;
  /** What the words are looked for in: `Name, planeID, namespace`. */
  placeholder: string;
  value: string;
  /** Called once the typing rests for a moment. */
  onChange: (value: string) => void;
}

/**
 * A field to search with, which keeps what is typed to itself until the typing rests.
 *
 * @public
 */
export function SearchField(props: SearchFieldProps) {
  const { label, placeholder, value, onChange } = props;
  const [draft, setDraft] = useState(value);
  const [sent, setSent] = useState(value);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    // Others change the value, too: the browser's back button, or whoever clears the filters.
    if (value !== sent) {
      setSent(value);
      setDraft(value);
    }
  }
  useEffect(() => {
    if (draft === sent) {
      return undefined;
    }
    const timer = setTimeout(() => {
      setSent(draft);
      onChange(draft);
    }, DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [draft, sent, onChange]);
  return (
    <TextField
      type="search"
      size="small"
      placeholder={placeholder}
      value={draft}
      onChange={event => setDraft(event.target.value)}
      inputProps={{ 'aria-label': label, maxLength: 200 }}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <RiSearchLine size="1em" aria-hidden />
          </InputAdornment>
        ),
      }}
      sx={{ flex: '1 1 184px', maxWidth: 280 }}
    />
  );
}
