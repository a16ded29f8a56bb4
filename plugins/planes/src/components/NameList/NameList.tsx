import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { ReactNode, useState } from 'react';

const FIRST = 8;

/** An item of a {@link NameList}. */
export interface NamedItem {
  key: string;
  /** The name, or a link to what has it. */
  name: ReactNode;
  /** What tells it from others of that name. */
  detail: string;
}

export interface NameListProps {
  label?: string;
  items: readonly NamedItem[];
}

/** Names with a detail each: the first few, and all of them on request. */
export function NameList(props: NameListProps) {
  const { label, items } = props;
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, FIRST);
  return (
    <div>
      <Box
        component="ul"
        aria-label={label}
        sx={{ m: 0, mt: 0.5, p: 0, listStyle: 'none' }}
      >
        {shown.map(({ key, name, detail }) => (
          <Box
            component="li"
            key={key}
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              alignItems: 'baseline',
              columnGap: 0.75,
              overflowWrap: 'anywhere',
            }}
          >
            <Typography component="span" variant="body2">
              {name}
            </Typography>
            <Typography
              component="span"
              variant="caption"
              color="text.secondary"
            >
              {detail}
            </Typography>
          </Box>
        ))}
      </Box>
      {shown.length < items.length && (
        <Button size="small" onClick={() => setAll(true)}>
          Show all {items.length}
        </Button>
      )}
    </div>
  );
}
