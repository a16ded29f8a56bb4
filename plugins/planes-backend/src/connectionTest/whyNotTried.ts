import type {
  ConnectionTestStep,
  ConnectionTestStepName,
  Plane,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/** What is known so far, in the order of the steps. */
export type FinishedSteps = Map<ConnectionTestStepName, ConnectionTestStep>;

/** Which step a step that sends requests has to wait for: where that did not pass, it cannot either. */
const DEPENDENCIES: Readonly<
  Partial<Record<ConnectionTestStepName, ConnectionTestStepName>>
> = {
  agent: 'gateway',
  authorisation: 'agent',
  'round-trip': 'authorisation',
  'plane-type': 'round-trip',
};

/** Why nothing about agents is tried for a plane of a release before agents. */
export const WITHOUT_AGENT =
  'OpenChoreo reaches this plane with credentials in its resource, not through an agent.';

/** Why there is no use in sending the requests of a step, if so. */
export function whyNotTried(
  name: ConnectionTestStepName,
  plane: Plane,
  finished: FinishedSteps,
): string | undefined {
  if (plane.access === 'credentials') {
    return WITHOUT_AGENT;
  }
  if (!plane.planeIDValid) {
    return `The planeID "${plane.planeID}" breaks the rules for planeIDs, so nothing is sent to the cluster gateway.`;
  }
  const obstacle = obstacleTo(name, finished);
  return (
    obstacle && `Not tried, because step "${obstacle.title}" did not pass.`
  );
}

/** The first step in the chain before a step that did not pass. */
function obstacleTo(
  name: ConnectionTestStepName,
  finished: FinishedSteps,
): ConnectionTestStep | undefined {
  const dependency = DEPENDENCIES[name];
  const step = dependency && finished.get(dependency);
  if (!step || step.status === 'passed' || step.status === 'warning') {
    return undefined;
  }
  return obstacleTo(step.name, finished) ?? step;
}
