import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Remedy } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  Code,
  CommandBlock,
} from '@openchoreo-planes/backstage-plugin-planes-react';

/** What to do: in words, where, and with which commands. */
export function RemedyView(props: { remedy: Remedy }) {
  const { text, field, commands } = props.remedy;
  return (
    <Stack spacing={1}>
      <Typography variant="body2">{text}</Typography>
      {field && (
        <Typography variant="body2" color="text.secondary">
          Change <Code>{field}</Code>
        </Typography>
      )}
      {commands.map(({ purpose, command }) => (
        <div key={command}>
          <Typography variant="body2" color="text.secondary">
            {purpose}
          </Typography>
          <CommandBlock command={command} purpose={purpose} />
        </div>
      ))}
    </Stack>
  );
}
