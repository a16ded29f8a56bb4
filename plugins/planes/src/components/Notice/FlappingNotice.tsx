import { Notice } from '@openchoreo-planes/backstage-plugin-planes-react';

/** The agents' connection comes and goes. */
export function FlappingNotice() {
  return (
    <Notice severity="warning" title="Flapping: the agents come and go.">
      They were lost at least 3 times within the last hour. The History tab
      tells when; what the agents log at those moments tells why.
    </Notice>
  );
}
