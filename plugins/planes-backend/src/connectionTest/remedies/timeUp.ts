import type { StepOutcome } from '../types';

const TIMEOUT_KEY = 'openchoreo.planes.connectionTest.timeout';

/** Why a test is stopped when its time is up. */
export function timeUpReason(): DOMException {
  return new DOMException('The time of the test is up', 'TimeoutError');
}

/** Whether a test was stopped because its time was up, rather than cancelled. */
export function isTimeUp(signal: AbortSignal): boolean {
  return (
    signal.reason instanceof DOMException &&
    signal.reason.name === 'TimeoutError'
  );
}

/** The outcome of the step during which the time ran out. */
export function timeUp(): StepOutcome {
  return {
    status: 'failed',
    evidence: `No answer came within the time that the portal gives a whole test ('${TIMEOUT_KEY}').`,
    remedy: {
      text: 'Run the test again. If its time is up again at this step, allow it more, so that the gateway can say what is wrong: it waits 30 seconds for an agent.',
      field: TIMEOUT_KEY,
      commands: [],
    },
  };
}
