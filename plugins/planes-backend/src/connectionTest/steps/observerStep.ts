import type { Plane } from '@openchoreo-planes/backstage-plugin-planes-common';
import { gravest } from '../gravest';
import { fixFinding } from '../remedies/fixFinding';
import type { LocalStep, StepOutcome } from '../types';

/** Does an observability plane name its observer by a URL that browsers can open? */
export const observerStep: LocalStep = {
  name: 'plane-type',
  contacts: 'nobody',
  title: () => 'Observer URL',
  run: ({ plane }) =>
    gravest(
      plane.findings
        .filter(({ code }) => code === 'observer-url-invalid')
        .map(finding => ({
          // Without the observer there are no logs and metrics; the other services are extras.
          status:
            finding.field === 'spec.observerURL' && !plane.observerURL
              ? 'failed'
              : 'warning',
          evidence: finding.message,
          remedy: fixFinding(plane, finding),
        })),
    ) ?? wellFormed(plane),
};

function wellFormed({ observerURL }: Plane): StepOutcome {
  return {
    status: 'passed',
    evidence: `The observer is at ${observerURL}; whether it answers is not tested.`,
  };
}
