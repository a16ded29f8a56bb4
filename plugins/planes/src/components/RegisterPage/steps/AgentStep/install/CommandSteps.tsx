import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { InstallationCommand } from '@openchoreo-planes/backstage-plugin-planes-common';
import { CommandBlock } from '@openchoreo-planes/backstage-plugin-planes-react';

const WHERE: Record<InstallationCommand['where'], string> = {
  'control-plane': "in the control plane's cluster",
  plane: "in the plane's cluster",
};

export interface CommandStepProps {
  command: InstallationCommand;
  emphasize?: readonly string[];
}

/** A command with what it is for and where to run it. */
export function CommandStep(props: CommandStepProps) {
  const { purpose, where, command } = props.command;
  return (
    <>
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {purpose},{' '}
        <Typography component="span" variant="body2" color="text.secondary">
          {WHERE[where]}
        </Typography>
      </Typography>
      <CommandBlock
        command={command}
        purpose={purpose}
        emphasize={props.emphasize}
      />
    </>
  );
}

export interface CommandStepsProps {
  commands: readonly InstallationCommand[];
  emphasize?: readonly string[];
}

/** Commands to run one after the other. */
export function CommandSteps(props: CommandStepsProps) {
  const { commands, emphasize } = props;
  return (
    <Box component="ol" sx={{ m: 0, pl: 2.5, '& > li + li': { mt: 1.5 } }}>
      {commands.map(command => (
        <li key={command.purpose}>
          <CommandStep command={command} emphasize={emphasize} />
        </li>
      ))}
    </Box>
  );
}
