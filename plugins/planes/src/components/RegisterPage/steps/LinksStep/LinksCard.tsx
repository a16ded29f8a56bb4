import Stack from '@mui/material/Stack';
import {
  planeKindInfo,
  requiresField,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { RegistrationTextField } from '../../fields/RegistrationTextField';
import { OfferedKind, useRegistrationForm } from '../../form/RegistrationForm';
import { StepCard } from '../../frame/StepCard';
import { LinkField, linksOf } from './linksOf';
import { ObservabilityPlaneField } from './observability/ObservabilityPlaneField';

export interface LinksCardProps {
  served: OfferedKind;
}

function SecretStoreField({ served }: LinksCardProps) {
  const { controlPlane } = useRegistrationForm();
  const users =
    planeKindInfo(served.kind).planeType === 'data'
      ? 'workloads'
      : 'workflow runs';
  return (
    <RegistrationTextField
      field="secretStore"
      label="Secret store"
      code
      suggestions={controlPlane?.secretStores ?? []}
      help={`The name of a ClusterSecretStore of External Secrets in the plane's cluster. Without one, ${users} cannot read secrets; it can be added later.`}
    />
  );
}

function LinkInput(props: LinksCardProps & { field: LinkField }) {
  const { field, served } = props;
  switch (field) {
    case 'secretStoreRef':
      return <SecretStoreField served={served} />;
    case 'observabilityPlaneRef':
      return <ObservabilityPlaneField served={served} />;
    case 'observerURL':
      return (
        <RegistrationTextField
          field="observerURL"
          label="Observer URL"
          code
          required={requiresField(served, 'observerURL')}
          placeholder="https://observer.example.com"
          help="Where the observer answers. Browsers call it, so it must be reachable from the desks of those who read logs, not only inside the cluster."
        />
      );
    case 'rcaAgentURL':
      return (
        <RegistrationTextField
          field="rcaAgentURL"
          label="RCA agent URL"
          code
          placeholder="https://rca.example.com"
          help="Where the agent answers that looks for root causes of incidents. Leave it empty where there is none."
        />
      );
    case 'finOpsAgentURL':
      return (
        <RegistrationTextField
          field="finOpsAgentURL"
          label="FinOps agent URL"
          code
          placeholder="https://finops.example.com"
          help="Where the agent answers that reports costs. Leave it empty where there is none."
        />
      );
    default:
      return (
        <RegistrationTextField
          field="imagePullSecretRefs"
          label="Image pull secrets"
          code
          help="Names of SecretReferences with which workloads pull their images, separated by commas. Leave it empty for public images."
        />
      );
  }
}

/** The links of a plane, the gateway aside. */
export function LinksCard(props: LinksCardProps) {
  const { served } = props;
  const isObservability =
    planeKindInfo(served.kind).planeType === 'observability';
  return (
    <StepCard
      title={isObservability ? 'Where it answers' : 'What it works with'}
      description={
        isObservability
          ? "OpenChoreo's portal and tools read logs, metrics and traces at these addresses."
          : 'What is left empty can be added later, by changing the plane.'
      }
    >
      <Stack spacing={2}>
        {linksOf(served).map(field => (
          <LinkInput key={field} field={field} served={served} />
        ))}
      </Stack>
    </StepCard>
  );
}
