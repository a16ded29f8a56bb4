import { hasField } from '@openchoreo-planes/backstage-plugin-planes-common';
import { OfferedKind } from '../../../form/RegistrationForm';
import { StepCard } from '../../../frame/StepCard';
import { FlatGateway } from './FlatGateway';
import { GatewayEndpoints } from './GatewayEndpoints';

/** The Gateways of a data plane, in the form that its control plane knows. */
export function GatewayCard(props: { served: OfferedKind }) {
  const { served } = props;
  return (
    <StepCard
      title="Gateway"
      description="Through which Gateways of the plane's cluster requests come in and go out. Environments take it from here unless they say otherwise."
    >
      {hasField(served, 'gateway.ingress') ? (
        <GatewayEndpoints served={served} />
      ) : (
        <FlatGateway served={served} />
      )}
    </StepCard>
  );
}
