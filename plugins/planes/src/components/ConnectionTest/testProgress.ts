import {
  CONNECTION_TEST_STEPS,
  ConnectionTestEvent,
  ConnectionTestStep,
  ConnectionTestStepName,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/** A step of a running test that has no outcome yet. */
export interface PendingStep {
  name: ConnectionTestStepName;
  title: string;
  status: 'waiting' | 'running';
}

/** A step as it is shown: one with an outcome, or one that is still to come. */
export type ShownStep = ConnectionTestStep | PendingStep;

/** How far a running test is. */
export interface TestProgress {
  /** The test was running already when the user asked for it. */
  joined: boolean;
  /** Every step, in order. */
  steps: readonly ShownStep[];
}

/** What a step looks at, until the test says it with the plane's names filled in. */
const TITLES: Record<ConnectionTestStepName, string> = {
  resource: 'Resource accepted by the controller',
  'agent-ca': 'Agent CA is sane',
  gateway: 'Gateway reachable with our credentials',
  agent: 'Agent connected',
  authorisation: 'Agent authorised for this plane',
  'round-trip': 'Round trip to the cluster',
  'plane-type': 'What this type of plane needs',
  'observability-plane': 'Observability plane resolves',
};

/** A test of which nothing is known but that it was asked for. */
export const NOTHING_YET: TestProgress = {
  joined: false,
  steps: CONNECTION_TEST_STEPS.map(name => ({
    name,
    title: TITLES[name],
    status: 'waiting',
  })),
};

function withStep(progress: TestProgress, step: ShownStep): TestProgress {
  return {
    ...progress,
    steps: progress.steps.map(known =>
      known.name === step.name ? step : known,
    ),
  };
}

/** How far the test is once an event has come. Reports and errors end a test, so they change nothing here. */
export function advance(
  progress: TestProgress,
  event: ConnectionTestEvent,
): TestProgress {
  switch (event.type) {
    case 'started':
      return { ...progress, joined: event.joined };
    case 'step-started':
      return withStep(progress, {
        name: event.name,
        title: event.title,
        status: 'running',
      });
    case 'step':
      return withStep(progress, event.step);
    default:
      return progress;
  }
}

/** Tells a step that has an outcome from one that is still to come. */
export function isOver(step: ShownStep): step is ConnectionTestStep {
  return step.status !== 'waiting' && step.status !== 'running';
}
