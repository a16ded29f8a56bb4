import type {
  RegistrationProblem,
  RegistrationReview,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { DryRunReview } from './dryRunReview';
import { manifestOf } from './manifestOf';
import type { ReviewedRegistration } from './RegistrationReviewer';

/** The answer to somebody who asked what would come of a registration or a change. */
export function reviewOf(
  { valid, served, unavailable }: ReviewedRegistration,
  asked: DryRunReview,
  problems: readonly RegistrationProblem[],
): RegistrationReview {
  return {
    problems: [...asked.problems, ...problems],
    ...manifestOf(valid, served),
    dryRun:
      unavailable === undefined
        ? asked.dryRun
        : { outcome: 'unavailable', message: unavailable, warnings: [] },
  };
}
