import Box from '@mui/material/Box';
import { planeCreatePermission } from '@openchoreo-planes/backstage-plugin-planes-common';
import { Code } from '@openchoreo-planes/backstage-plugin-planes-react';
import { useRegistrationForm } from '../../form/RegistrationForm';
import { KindChoice, kindOfChoice } from './kindChoices';
import { RadioCard } from './RadioCard';

/** Why nothing of it can be chosen; undefined where it can. */
export function missingPermission(
  kinds: KindChoice['kinds'],
): JSX.Element | undefined {
  return kinds.some(({ mayCreate }) => mayCreate) ? undefined : (
    <>
      You need the permission <Code>{planeCreatePermission.name}</Code> for it.
    </>
  );
}

/** The types of planes to choose from. */
export function KindCards(props: { choices: readonly KindChoice[] }) {
  const { values, served, change } = useRegistrationForm();
  return (
    <Box
      role="radiogroup"
      aria-label="What the plane is for"
      sx={{
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
      }}
    >
      {props.choices.map(choice => (
        <RadioCard
          key={choice.gatewayPlaneType}
          name="kind"
          label={choice.label}
          description={choice.explanation}
          disabledBy={missingPermission(choice.kinds)}
          checked={choice.kinds.some(({ kind }) => kind === values.kind)}
          onChoose={() => change({ kind: kindOfChoice(choice, served?.kind) })}
        />
      ))}
    </Box>
  );
}
