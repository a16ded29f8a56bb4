import Stack from '@mui/material/Stack';
import {
  connectWaitCommands,
  PlaneView,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { StepCard } from '../../../frame/StepCard';
import { GatewayLag } from './GatewayLag';
import { InstallationCommandView } from './InstallationCommandView';
import { LogHints } from './LogHints';
import { useAgentInstallation } from './useAgentInstallation';

/** What to look at while the agent is waited for. */
export function AgentWait(props: { view: PlaneView }) {
  const { view } = props;
  const installation = useAgentInstallation(view);
  return (
    <StepCard
      title="If the agent does not come"
      description="The agent dials every 5 seconds and goes on until the cluster gateway accepts it. This page notices by itself."
    >
      <Stack spacing={2}>
        <GatewayLag gateway={view.gateway} />
        {connectWaitCommands(installation).map(command => (
          <InstallationCommandView key={command.command} command={command} />
        ))}
        <LogHints installation={installation} />
      </Stack>
    </StepCard>
  );
}
