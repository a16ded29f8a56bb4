import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { FieldProblems } from '../../fields/FieldProblems';
import { useRegistrationForm } from '../../form/RegistrationForm';
import { StepCard } from '../../frame/StepCard';
import { ControlPlaneErrors } from './ControlPlaneErrors';
import { ControlPlaneField } from './ControlPlaneField';
import { kindChoices } from './kindChoices';
import { KindCards } from './KindCards';
import { NotOffered } from './NotOffered';
import { ScopeCards } from './ScopeCards';

/** What the plane is for, and for whom. */
export function WhatStep() {
  const { controlPlane, values, problemsAt } = useRegistrationForm();
  const { choices, ...others } = kindChoices(controlPlane?.kinds ?? []);
  const chosen = choices.find(({ kinds }) =>
    kinds.some(({ kind }) => kind === values.kind),
  );
  const problems = [...problemsAt('controlPlane'), ...problemsAt('kind')];
  return (
    <Stack spacing={2}>
      <ControlPlaneErrors />
      <StepCard
        title="What is the plane for?"
        description="A plane is a Kubernetes cluster that does one kind of work for OpenChoreo. One cluster may serve as several planes."
      >
        <Stack spacing={2}>
          <ControlPlaneField />
          {choices.length > 0 ? (
            <KindCards choices={choices} />
          ) : (
            <Typography variant="body2">
              The control plane serves no kind of plane that can be registered
              here.
            </Typography>
          )}
          {problems.length > 0 && <FieldProblems problems={problems} />}
          <NotOffered {...others} />
        </Stack>
      </StepCard>
      {chosen && (
        <StepCard title="Who may use it?">
          <ScopeCards choice={chosen} />
        </StepCard>
      )}
    </Stack>
  );
}
