import type {
  PlaneRegistration,
  RegistrationProblem,
  RegistrationReview,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { RegistrationConfig } from '../config';
import type { DryRunOutcome } from './PlaneWriter';
import { excerpt, problemsOfFailure } from './problemsOfFailure';

/** A dry run as a review tells of it. */
export interface DryRunReview {
  readonly dryRun: RegistrationReview['dryRun'];
  readonly problems: readonly RegistrationProblem[];
}

/** No dry run, because nobody wished for one or it would be of no use. */
export const NOT_ASKED: DryRunReview = {
  dryRun: { outcome: 'not-asked', warnings: [] },
  problems: [],
};

/** Puts what the API server said to a dry run into words for a person. */
export function dryRunReview(
  { refused, warnings }: DryRunOutcome,
  registration: PlaneRegistration,
  mode: RegistrationConfig['mode'],
): DryRunReview {
  if (refused.length === 0) {
    return {
      dryRun: { outcome: 'accepted', warnings: [...warnings] },
      problems: [],
    };
  }
  // Who applies the manifest by hand does so with rights of their own.
  const counting = refused.filter(
    ({ failure }) => mode === 'apply' || failure.reason !== 'forbidden',
  );
  const problems = counting.flatMap(({ failure, target }) =>
    problemsOfFailure(failure, registration, target),
  );
  const isRefused = counting.some(
    ({ failure: { reason } }) =>
      reason !== 'unavailable' && reason !== 'forbidden',
  );
  return {
    dryRun: {
      outcome: isRefused ? 'refused' : 'unavailable',
      message: isRefused
        ? 'The API server would refuse this.'
        : whyUnavailable(refused, mode),
      warnings: [...warnings],
    },
    problems,
  };
}

function whyUnavailable(
  refused: DryRunOutcome['refused'],
  mode: RegistrationConfig['mode'],
): string {
  const forbidden = refused.find(
    ({ failure }) => failure.reason === 'forbidden',
  );
  if (!forbidden) {
    return `The API server could not be asked: ${excerpt(
      refused[0].failure.message,
    )}`;
  }
  return mode === 'manifest'
    ? "The portal may not write to this control plane, so the API server did not check the manifest. That is as it should be, for you apply the manifest yourself: 'kubectl apply --dry-run=server' checks it."
    : `The API server does not allow the portal to write this: ${excerpt(
        forbidden.failure.message,
      )}`;
}
