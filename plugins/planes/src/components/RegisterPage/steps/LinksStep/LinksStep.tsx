import Stack from '@mui/material/Stack';
import { Notice } from '@openchoreo-planes/backstage-plugin-planes-react';
import { useRegistrationForm } from '../../form/RegistrationForm';
import { GatewayCard } from './gateway/GatewayCard';
import { LinksCard } from './LinksCard';
import { hasGateway, linksOf } from './linksOf';

/** Asks for what the plane works with: those of the links that its kind has. */
export function LinksStep() {
  const { served } = useRegistrationForm();
  if (!served) {
    return (
      <Notice
        severity="info"
        title="What a plane can be linked to depends on its kind."
      >
        Choose one in the step What.
      </Notice>
    );
  }
  const hasLinks = linksOf(served).length > 0;
  if (!hasLinks && !hasGateway(served)) {
    return (
      <Notice
        severity="info"
        title={`There is nothing to link a ${served.kind} to.`}
      >
        Planes of this kind refer to nothing else in this control plane. Go on
        to the review.
      </Notice>
    );
  }
  return (
    <Stack spacing={2}>
      {hasLinks && <LinksCard served={served} />}
      {hasGateway(served) && <GatewayCard served={served} />}
    </Stack>
  );
}
