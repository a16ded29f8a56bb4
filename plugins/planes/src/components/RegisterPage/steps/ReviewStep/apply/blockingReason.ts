import {
  isBlocking,
  RegistrationProblem,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { countOf } from '@openchoreo-planes/backstage-plugin-planes-react';
import { DryRun } from '../dryRun/useDryRun';

/** Why the plane cannot be written yet; undefined where nothing stands against it. */
export function blockingReason(
  problems: readonly RegistrationProblem[],
  dryRun: DryRun,
): string | undefined {
  const errors = problems.filter(isBlocking).length;
  if (errors > 0) {
    return `${countOf(errors, 'error')} above must be solved first.`;
  }
  if (dryRun.status === 'asking') {
    return 'The control plane is being asked whether it would accept this.';
  }
  return dryRun.status === 'answered' &&
    dryRun.review.dryRun.outcome === 'refused'
    ? 'The API server would refuse this.'
    : undefined;
}
