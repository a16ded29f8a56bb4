import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import Typography from '@mui/material/Typography';
import { RiQuestionLine } from '@remixicon/react';
import { useState } from 'react';
import { PLOT_KEYS } from '../plot/plotKeys';

const POINTER = [
  { keys: 'Drag', does: 'earlier, later' },
  { keys: 'Ctrl or ⌘ with the wheel', does: 'zoom, as to pinch does' },
  { keys: 'Shift and drag', does: 'zoom to what is selected' },
  { keys: 'Double click', does: 'zoom to a row' },
];
const TREE_KEYS = [
  { keys: '↑ ↓ Home End', does: 'from row to row' },
  { keys: '→ ←', does: 'open and close a row' },
  { keys: 'Enter', does: 'show the details of a row' },
];

/** How to get around in the timeline. */
export function KeyHelp() {
  const [anchor, setAnchor] = useState<HTMLElement>();
  return (
    <>
      <IconButton
        size="small"
        aria-label="Keys and gestures"
        title="Keys and gestures"
        aria-haspopup="dialog"
        onClick={event => setAnchor(event.currentTarget)}
      >
        <RiQuestionLine size="1em" aria-hidden />
      </IconButton>
      <Popover
        open={anchor !== undefined}
        anchorEl={anchor}
        onClose={() => setAnchor(undefined)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: { role: 'dialog', 'aria-label': 'Keys and gestures' },
        }}
      >
        <Box
          component="dl"
          sx={{
            m: 2,
            display: 'grid',
            gridTemplateColumns: 'auto auto',
            columnGap: 2,
            rowGap: 0.75,
          }}
        >
          {[...POINTER, ...TREE_KEYS, ...PLOT_KEYS].map(({ keys, does }) => [
            <Typography
              key={keys}
              component="dt"
              variant="body2"
              fontWeight="fontWeightMedium"
            >
              {keys}
            </Typography>,
            <Typography
              key={does}
              component="dd"
              variant="body2"
              color="text.secondary"
              sx={{ m: 0 }}
            >
              {does}
            </Typography>,
          ])}
        </Box>
      </Popover>
    </>
  );
}
