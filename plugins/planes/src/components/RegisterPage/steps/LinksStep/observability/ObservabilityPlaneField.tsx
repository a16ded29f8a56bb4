import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { isBlocking } from '@openchoreo-planes/backstage-plugin-planes-common';
import { useId, useState } from 'react';
import { FieldProblems } from '../../../fields/FieldProblems';
import {
  OfferedKind,
  useRegistrationForm,
} from '../../../form/RegistrationForm';
import {
  allowedKinds,
  choiceLabel,
  defaultText,
  observabilityChoices,
} from './observabilityChoices';
import { ObservabilityPlaneByName } from './ObservabilityPlaneByName';

// Neither is the key of a plane, which has a slash.
const DEFAULT = '';
const BY_NAME = 'by-name';

/** Chooses the observability plane that a plane reports to. */
export function ObservabilityPlaneField(props: { served: OfferedKind }) {
  const { served } = props;
  const { values, change, controlPlane, problemsAt, leaveField } =
    useRegistrationForm();
  const id = useId();
  const { namespace } = values;
  const name = values['observabilityPlaneRef.name'];
  const planes = controlPlane?.observabilityPlanes ?? [];
  const choices = observabilityChoices(served, namespace, planes).map(
    plane => ({
      key: `${plane.ref.kind}/${plane.ref.name}`,
      label: choiceLabel(plane),
      ref: plane.ref,
    }),
  );
  const key = `${values['observabilityPlaneRef.kind'] ?? ''}/${name ?? ''}`;
  const isListed = choices.some(choice => choice.key === key);
  const [asksName, setAsksName] = useState(false);
  const byName = asksName || (name !== undefined && !isListed);
  const listed = isListed ? key : DEFAULT;

  const choose = (chosen: string) => {
    setAsksName(chosen === BY_NAME);
    const choice = choices.find(candidate => candidate.key === chosen);
    change({
      'observabilityPlaneRef.kind':
        chosen === BY_NAME ? allowedKinds(served)[0] : choice?.ref.kind ?? '',
      'observabilityPlaneRef.name': choice?.ref.name ?? '',
    });
  };

  const problems = [
    ...problemsAt('observabilityPlaneRef.kind'),
    ...(byName ? [] : problemsAt('observabilityPlaneRef.name')),
  ];
  return (
    <Stack spacing={2}>
      <TextField
        select
        fullWidth
        id={id}
        size="small"
        label="Observability plane"
        value={byName ? BY_NAME : listed}
        error={problems.some(isBlocking)}
        onChange={event => choose(event.target.value)}
        onBlur={() => leaveField('observabilityPlaneRef.kind')}
        SelectProps={{ native: true }}
        // A native select always shows something, under which the label would lie.
        InputLabelProps={{ shrink: true }}
        inputProps={{ name: 'observabilityPlaneRef.kind' }}
        helperText={
          <>
            {!byName && !isListed && defaultText(served, namespace, planes)}
            {problems.length > 0 && <FieldProblems problems={problems} />}
          </>
        }
      >
        <option value={DEFAULT}>Default</option>
        {choices.map(choice => (
          <option key={choice.key} value={choice.key}>
            {choice.label}
          </option>
        ))}
        <option value={BY_NAME}>Another one, by its name</option>
      </TextField>
      {byName && <ObservabilityPlaneByName served={served} />}
    </Stack>
  );
}
