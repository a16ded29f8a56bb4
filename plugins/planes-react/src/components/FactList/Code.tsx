import Box from '@mui/material/Box';
import { ReactNode } from 'react';

/**
 * A value that a machine reads: a name, a key, a fingerprint.
 *
 * @public
 */
export function Code(props: { children: ReactNode }) {
  return (
    <Box
      component="code"
      sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}
    >
      {props.children}
    </Box>
  );
}
