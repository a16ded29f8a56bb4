import Box from '@mui/material/Box';
import {
  planeKindInfo,
  PlaneKindInfo,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { useRegistrationForm } from '../../form/RegistrationForm';
import { KindChoice } from './kindChoices';
import { missingPermission } from './KindCards';
import { RadioCard } from './RadioCard';

const SCOPES: Record<
  PlaneKindInfo['scope'],
  { label: string; description: string }
> = {
  Namespaced: {
    label: 'One namespace',
    description:
      'For one organisation’s namespace; projects elsewhere do not see it.',
  },
  Cluster: {
    label: 'Cluster',
    description: 'Shared by all namespaces of the control plane.',
  },
};

/** For whom the plane is to be. */
export function ScopeCards(props: { choice: KindChoice }) {
  const { values, change } = useRegistrationForm();
  return (
    <Box
      role="radiogroup"
      aria-label="Scope"
      sx={{
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
      }}
    >
      {props.choice.kinds.map(served => {
        const { label, description } = SCOPES[planeKindInfo(served.kind).scope];
        return (
          <RadioCard
            key={served.kind}
            name="scope"
            label={label}
            description={`${description} (${served.kind})`}
            disabledBy={missingPermission([served])}
            checked={served.kind === values.kind}
            onChoose={() => change({ kind: served.kind })}
          />
        );
      })}
    </Box>
  );
}
