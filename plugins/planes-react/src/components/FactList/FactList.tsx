import Box from '@mui/material/Box';
import { ReactNode } from 'react';

/** Props of {@link FactList}. @public */
export interface FactListProps {
  /** How many facts fit beside each other at most. */
  columns?: number;
  children: ReactNode;
}

const MIN_COLUMN_WIDTH = 132;

/**
 * Labelled values in as many columns as fit. Its children are `Fact`s.
 *
 * @public
 */
export function FactList(props: FactListProps) {
  const { columns = 2, children } = props;
  const gaps = `${(columns - 1) * 16}px`;
  const widest = `calc((100% - ${gaps}) / ${columns})`;
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        columnGap: 2,
        rowGap: 1.5,
        gridTemplateColumns: `repeat(auto-fill, minmax(max(${MIN_COLUMN_WIDTH}px, ${widest}), 1fr))`,
      }}
    >
      {children}
    </Box>
  );
}
