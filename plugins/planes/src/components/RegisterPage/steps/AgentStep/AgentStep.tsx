import Stack from '@mui/material/Stack';
import { GiveCACard } from './ca/GiveCACard';
import { InstallAgentCard } from './install/InstallAgentCard';

/** Installs the agent in the plane's cluster, and tells the control plane which CA to accept it by. */
export function AgentStep() {
  return (
    <Stack spacing={2}>
      <InstallAgentCard />
      <GiveCACard />
    </Stack>
  );
}
