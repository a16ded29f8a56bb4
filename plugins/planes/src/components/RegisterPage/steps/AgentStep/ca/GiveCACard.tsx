import Stack from '@mui/material/Stack';
import {
  planeKindInfo,
  readAgentCACommand,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { useRegistrationForm } from '../../../form/RegistrationForm';
import { ChoiceButtons } from '../ChoiceButtons';
import { CommandStep } from '../install/CommandSteps';
import { StepCard } from '../../../frame/StepCard';
import { PemArea } from './PemArea';
import { CA_KEY } from './secretDefaults';
import { SecretReference } from './SecretReference';
import { StoreAsSecret } from './StoreAsSecret';

type Source = 'inline' | 'secret';

const SOURCES: readonly { value: Source; label: string }[] = [
  { value: 'inline', label: 'Paste or drop PEM' },
  { value: 'secret', label: 'Secret reference' },
];

/** Tells the control plane by which CA it is to accept the agent. */
export function GiveCACard() {
  const { values, change, served, editing } = useRegistrationForm();
  const source: Source =
    values['agentCA.source'] === 'secret' ? 'secret' : 'inline';
  const choose = (chosen: Source) =>
    change({
      'agentCA.source': chosen,
      ...(chosen === 'secret' &&
        !values['agentCA.secretKeyRef.key'] && {
          'agentCA.secretKeyRef.key': CA_KEY,
        }),
    });
  return (
    <StepCard
      title="2. Give the control plane its CA"
      description="The gateway accepts an agent only when this CA signed its certificate."
    >
      <Stack spacing={2}>
        <ChoiceButtons
          label="Where the CA comes from"
          value={source}
          options={SOURCES}
          onChange={choose}
        />
        {source === 'inline' && served && (
          <div>
            <CommandStep
              command={readAgentCACommand(
                planeKindInfo(served.kind).gatewayPlaneType,
              )}
            />
          </div>
        )}
        {source === 'inline' && <PemArea />}
        {source === 'inline' && served && !editing && (
          <StoreAsSecret served={served} />
        )}
        {source === 'secret' && served && <SecretReference served={served} />}
      </Stack>
    </StepCard>
  );
}
