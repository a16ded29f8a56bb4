import Stack from '@mui/material/Stack';
import { Notice } from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  InstallationValues,
  useRegistrationForm,
} from '../../../form/RegistrationForm';
import { ChoiceButtons } from '../ChoiceButtons';
import { StepCard } from '../../../frame/StepCard';
import {
  agentInstallationOf,
  effectivePlaneID,
  installationCommands,
} from './agentInstallationOf';
import { CommandSteps } from './CommandSteps';
import { InstallationFields } from './InstallationFields';

const METHODS: readonly {
  value: InstallationValues['method'];
  label: string;
}[] = [
  { value: 'helm', label: 'Helm' },
  { value: 'kubectl', label: 'kubectl' },
  { value: 'installed', label: 'Already installed' },
];

/** How to install the agent, with the commands filled in. */
export function InstallAgentCard() {
  const { values, installation, changeInstallation, controlPlane, served } =
    useRegistrationForm();
  if (!served) {
    return (
      <StepCard title="1. Install the agent in the plane's cluster">
        <Notice
          severity="info"
          title="The commands depend on the kind of plane."
        >
          Choose one in the step What.
        </Notice>
      </StepCard>
    );
  }
  const filledIn = agentInstallationOf(
    served.kind,
    values,
    installation,
    controlPlane,
  );
  return (
    <StepCard
      title="1. Install the agent in the plane's cluster"
      description="Values are filled in from the steps before. The agent keeps trying until the plane is registered, so the order does not matter."
    >
      <Stack spacing={2}>
        <ChoiceButtons
          label="How the agent is installed"
          value={installation.method}
          options={METHODS}
          onChange={method => changeInstallation({ method })}
        />
        <InstallationFields />
        {effectivePlaneID(values) === undefined && (
          <Notice
            severity="info"
            title={`${filledIn.planeID} stands for the planeID, which is not known yet.`}
          >
            Give the plane a name in the step Identity.
          </Notice>
        )}
        <CommandSteps
          commands={installationCommands(installation.method, filledIn)}
          emphasize={[
            filledIn.planeID,
            filledIn.agentURL ?? '',
            filledIn.chartVersion ?? '',
          ]}
        />
      </Stack>
    </StepCard>
  );
}
