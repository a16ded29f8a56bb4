import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import {
  RiArrowDownSLine,
  RiArrowUpSLine,
  RiSearchLine,
} from '@remixicon/react';
import { countOf } from '@openchoreo-planes/backstage-plugin-planes-react';
import { LogSearch } from './search/useLogSearch';

function matchesText({ position, count }: LogSearch): string {
  return position === undefined
    ? countOf(count, 'line')
    : `${position + 1} of ${count}`;
}

/** Searches in a log: Enter goes to the next match, Shift and Enter to the one before. */
export function LogSearchField(props: { search: LogSearch }) {
  const { search } = props;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
      <TextField
        type="search"
        size="small"
        placeholder="Search log"
        value={search.sought}
        onChange={event => search.setSought(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Enter') {
            event.preventDefault();
            (event.shiftKey ? search.previous : search.next)();
          }
        }}
        inputProps={{ 'aria-label': 'Search log', maxLength: 200 }}
        InputProps={{
          startAdornment: (
            <InputAdornment position="start">
              <RiSearchLine size="1em" aria-hidden />
            </InputAdornment>
          ),
        }}
        sx={{ width: 170 }}
      />
      {search.sought && (
        <>
          <Typography
            variant="caption"
            color="text.secondary"
            role="status"
            sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}
          >
            {matchesText(search)}
          </Typography>
          <IconButton
            size="small"
            aria-label="Previous match"
            disabled={search.count === 0}
            onClick={search.previous}
          >
            <RiArrowUpSLine size="1em" />
          </IconButton>
          <IconButton
            size="small"
            aria-label="Next match"
            disabled={search.count === 0}
            onClick={search.next}
          >
            <RiArrowDownSLine size="1em" />
          </IconButton>
        </>
      )}
    </Box>
  );
}
