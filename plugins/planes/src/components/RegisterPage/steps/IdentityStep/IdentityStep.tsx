import Stack from '@mui/material/Stack';
import { planeKindInfo } from '@openchoreo-planes/backstage-plugin-planes-common';
import { RegistrationTextField } from '../../fields/RegistrationTextField';
import { useRegistrationForm } from '../../form/RegistrationForm';
import { StepCard } from '../../frame/StepCard';
import { NamespaceField } from './NamespaceField';
import { PlaneIDField } from './PlaneIDField';

/** What the plane is called, by people, by the control plane, and by its agents. */
export function IdentityStep() {
  const { served, editing } = useRegistrationForm();
  const isNamespaced =
    served && planeKindInfo(served.kind).scope === 'Namespaced';
  return (
    <Stack spacing={2}>
      <StepCard title="What is it called?">
        <Stack spacing={2.5}>
          {isNamespaced && <NamespaceField />}
          <RegistrationTextField
            field="name"
            label="Name"
            required
            code
            disabled={editing !== undefined}
            help={
              editing
                ? 'The name of a resource cannot change.'
                : 'Of the resource in the control plane; it cannot change later.'
            }
          />
          <RegistrationTextField
            field="displayName"
            label="Display name"
            help="How the portal calls it; the name unless given."
          />
          <RegistrationTextField
            field="description"
            label="Description"
            rows={2}
          />
          <RegistrationTextField
            field="owner"
            label="Owner"
            code
            placeholder="group:default/platform"
            help="A group or user of the catalog."
          />
        </Stack>
      </StepCard>
      <StepCard
        title="How do its agents call it?"
        description="An agent names the planeID when it dials in: by it, the cluster gateway knows which cluster is meant."
      >
        <PlaneIDField />
      </StepCard>
    </Stack>
  );
}
