import Box from '@mui/material/Box';
import { CopyButton } from './CopyButton';

export interface CommandBlockProps {
  command: string;
  /** What the command is for, which tells several copy buttons apart. */
  purpose: string;
}

/** A command to run, with a button that copies it. */
export function CommandBlock(props: CommandBlockProps) {
  const { command, purpose } = props;
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'flex-start',
        gap: 1,
        mt: 0.5,
        p: 1,
        pl: 1.5,
        border: 1,
        borderColor: 'divider',
        borderRadius: 2,
        backgroundColor: 'background.paper',
      }}
    >
      <Box
        component="code"
        sx={{
          flex: 1,
          minWidth: 0,
          py: 0.25,
          fontFamily: 'monospace',
          fontSize: 'caption.fontSize',
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
        }}
      >
        {command}
      </Box>
      <CopyButton text={command} label={`command: ${purpose}`} />
    </Box>
  );
}
