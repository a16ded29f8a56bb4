import Typography from '@mui/material/Typography';
import { InstallationCommand } from '@openchoreo-planes/backstage-plugin-planes-common';
import { CommandBlock } from '@openchoreo-planes/backstage-plugin-planes-react';

const WHERE: Record<InstallationCommand['where'], string> = {
  plane: "in the plane's cluster",
  'control-plane': "in the control plane's cluster",
};

/** A command, what it is for, and in which cluster to run it. */
export function InstallationCommandView(props: {
  command: InstallationCommand;
}) {
  const { purpose, where, command } = props.command;
  return (
    <div>
      <Typography variant="body2" color="text.secondary">
        {purpose} ({WHERE[where]})
      </Typography>
      <CommandBlock command={command} purpose={purpose} />
    </div>
  );
}
