import Box from '@mui/material/Box';
import { CopyButton } from './CopyButton';
import { splitEmphasis } from './splitEmphasis';

/** Props of {@link CommandBlock}. @public */
export interface CommandBlockProps {
  command: string;
  /** What the command is for, which tells several copy buttons apart. */
  purpose: string;
  /** Values in the command that are the reader's own, which stand out. */
  emphasize?: readonly string[];
}

/**
 * A command to run, with a button that copies it.
 *
 * @public
 */
export function CommandBlock(props: CommandBlockProps) {
  const { command, purpose, emphasize = [] } = props;
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
        {splitEmphasis(command, emphasize).map(({ text, strong }, index) =>
          strong ? <strong key={index}>{text}</strong> : text,
        )}
      </Box>
      <CopyButton text={command} label={`command: ${purpose}`} />
    </Box>
  );
}
