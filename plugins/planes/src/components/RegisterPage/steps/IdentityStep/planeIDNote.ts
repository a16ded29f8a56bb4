import {
  isBlocking,
  isValidPlaneID,
  planeKindInfo,
  RegistrationProblem,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { RegistrationForm } from '../../form/RegistrationForm';

/** What a planeID means, as far as it is known. */
export interface PlaneIDNote {
  text?: string;
  /** Who else has it. */
  problems: readonly RegistrationProblem[];
}

/** What the planeID that is typed, or the name in its place, means for the plane and its agents. */
export function planeIDNote({
  values,
  served,
  problems,
  review,
}: Pick<
  RegistrationForm,
  'values' | 'served' | 'problems' | 'review'
>): PlaneIDNote {
  const info = served && planeKindInfo(served.kind);
  const planeID =
    values.planeID ?? (info?.scope === 'Namespaced' ? values.name : undefined);
  if (!info || planeID === undefined || !isValidPlaneID(planeID)) {
    return { problems: [] };
  }
  const notes = problems.filter(
    problem => problem.field === 'planeID' && !isBlocking(problem),
  );
  const install = `agents must be installed with clusterAgent.planeID=${planeID}.`;
  if (review === undefined || notes.length > 0) {
    return { text: `The ${install}`, problems: notes };
  }
  return {
    text: `Not used by another ${info.label.toLowerCase()}; ${install}`,
    problems: [],
  };
}
