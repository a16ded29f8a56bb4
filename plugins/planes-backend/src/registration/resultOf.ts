import {
  type PlaneRegistration,
  type RegistrationProblem,
  type RegistrationResult,
  type ServedPlaneKind,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { PlaneLinks } from '../planes';
import { manifestOf } from './manifestOf';
import { refOf, type WriteOutcome } from './PlaneWriter';

/** What a caller is told of a plane that is written. */
export function resultOf(
  outcome: Extract<WriteOutcome, { ok: true }>,
  options: {
    readonly registration: PlaneRegistration;
    readonly served: ServedPlaneKind;
    /** Of the review; none of them blocks. */
    readonly problems: readonly RegistrationProblem[];
    readonly links: PlaneLinks;
  },
): RegistrationResult {
  const { registration, served, problems, links } = options;
  const ref = refOf(registration);
  const { manifest = '' } = manifestOf(registration, served);
  return {
    plane: {
      ref,
      entityRef: links.entityRef(ref),
      title: registration.displayName ?? registration.name,
      uid: outcome.uid,
    },
    ...(outcome.secret && { secret: outcome.secret }),
    manifest,
    problems: [...outcome.problems, ...outcome.warnings.map(said), ...problems],
  };
}

function said(warning: string): RegistrationProblem {
  return {
    code: 'api-server-warning',
    severity: 'warning',
    message: `The API server warned: ${warning}`,
  };
}
