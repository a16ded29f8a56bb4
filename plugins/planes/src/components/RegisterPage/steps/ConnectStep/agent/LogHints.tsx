import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import {
  agentLogHints,
  AgentInstallation,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { RiArrowDownSLine, RiArrowUpSLine } from '@remixicon/react';
import { useId, useState } from 'react';
import { Code } from '@openchoreo-planes/backstage-plugin-planes-react';
import { InstallationCommandView } from './InstallationCommandView';

type LogHint = ReturnType<typeof agentLogHints>[number];

function LogHintRow(props: { hint: LogHint }) {
  const { says, means, remedy, command } = props.hint;
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        columnGap: 3,
        rowGap: 0.5,
        py: 1.5,
        borderTop: 1,
        borderColor: 'divider',
        gridTemplateColumns: { xs: '1fr', xl: '2fr 3fr' },
        '& > *': { minWidth: 0, overflowWrap: 'anywhere' },
      }}
    >
      <Typography variant="body2">
        <Code>{says}</Code>
      </Typography>
      <Stack spacing={1}>
        <Typography variant="body2">{means}</Typography>
        <Typography variant="body2" color="text.secondary">
          {remedy}
        </Typography>
        {command && <InstallationCommandView command={command} />}
      </Stack>
    </Box>
  );
}

/** What the agent's log may say, what it means, and what to do about it; to be opened. */
export function LogHints(props: { installation: AgentInstallation }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const Arrow = open ? RiArrowUpSLine : RiArrowDownSLine;
  return (
    <div>
      <Button
        size="small"
        color="inherit"
        endIcon={<Arrow size="1em" aria-hidden />}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        sx={{ ml: -0.75 }}
      >
        What the agent's log may say
      </Button>
      <Box id={id} hidden={!open}>
        <Box component="ul" sx={{ m: 0, mt: 1, p: 0, listStyle: 'none' }}>
          {agentLogHints(props.installation).map(hint => (
            <LogHintRow key={hint.says} hint={hint} />
          ))}
        </Box>
      </Box>
    </div>
  );
}
