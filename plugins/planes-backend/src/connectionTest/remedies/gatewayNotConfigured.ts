import type { Plane } from '@openchoreo-planes/backstage-plugin-planes-common';
import type { StepOutcome } from '../types';

/** The outcome of the gateway's step where the control plane has none configured. */
export function gatewayNotConfigured({ ref }: Plane): StepOutcome {
  const field = 'openchoreo.controlPlanes[].gateway.url';
  return {
    status: 'skipped',
    evidence: `No cluster gateway is configured for control plane '${ref.controlPlane}', so nothing beyond the resource can be tested.`,
    remedy: {
      text: `Set '${field}' of control plane '${ref.controlPlane}' in the portal's configuration to the internal API of its cluster gateway, with the files of a client certificate.`,
      field,
      commands: [],
    },
  };
}
