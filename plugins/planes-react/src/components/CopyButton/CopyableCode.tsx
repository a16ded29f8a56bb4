import Box from '@mui/material/Box';
import { Code } from '../FactList/Code';
import { CopyButton, CopyButtonProps } from './CopyButton';

/**
 * A value that a machine reads, with a button that copies it.
 *
 * @public
 */
export function CopyableCode(props: CopyButtonProps) {
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'flex-start',
        maxWidth: '100%',
      }}
    >
      <Code>{props.text}</Code>
      <CopyButton {...props} />
    </Box>
  );
}
