import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ReactNode } from 'react';

/**
 * Props of {@link Fact}.
 *
 * @public
 */
export interface FactProps {
  label: string;
  /** Takes the whole row. */
  wide?: boolean;
  children: ReactNode;
}

/**
 * A labelled value of a {@link FactList}.
 *
 * @public
 */
export function Fact(props: FactProps) {
  return (
    <Box sx={{ minWidth: 0, gridColumn: props.wide ? '1 / -1' : undefined }}>
      <Typography component="dt" variant="caption" color="text.secondary">
        {props.label}
      </Typography>
      <Typography
        component="dd"
        variant="body2"
        sx={{ m: 0, overflowWrap: 'anywhere' }}
      >
        {props.children}
      </Typography>
    </Box>
  );
}
