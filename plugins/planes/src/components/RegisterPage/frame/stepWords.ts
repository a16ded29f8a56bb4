import {
  planeKindInfo,
  RegistrationValues,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { OfferedKind } from '../form/RegistrationForm';
import { RegistrationStep } from '../form/steps';

/** What the steps are called. */
export const STEP_LABELS: Record<RegistrationStep, string> = {
  what: 'What',
  identity: 'Identity',
  agent: 'Agent',
  links: 'Links',
  review: 'Review',
  connect: 'Connect',
};

/** The scope of a kind in words. */
function scopeWords(kind: OfferedKind['kind']): string {
  return planeKindInfo(kind).scope === 'Cluster'
    ? 'cluster scope'
    : 'one namespace';
}

/** What was said in a step, or what it is going to ask. */
export function stepSummary(
  step: RegistrationStep,
  values: RegistrationValues,
  served: OfferedKind | undefined,
): string {
  switch (step) {
    case 'what':
      return served
        ? `${planeKindInfo(served.kind).label}, ${scopeWords(served.kind)}`
        : 'Kind and scope';
    case 'identity':
      return values.name
        ? `${values.name}, planeID ${values.planeID || values.name}`
        : 'Name and planeID';
    case 'agent':
      return 'Install it, then give its CA';
    case 'links':
      return served && planeKindInfo(served.kind).planeType === 'observability'
        ? 'Observer URL'
        : 'Secret store, observability';
    case 'review':
      return 'Dry run and lint';
    default:
      return 'Wait for the agent, test';
  }
}
