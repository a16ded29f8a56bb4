import type {
  ClusterFacts,
  ConnectionTestEvent,
  ConnectionTestStep,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { gatewayNotConfigured } from './remedies/gatewayNotConfigured';
import { isTimeUp, timeUp } from './remedies/timeUp';
import { type FinishedSteps, whyNotTried } from './whyNotTried';
import { stepsFor } from './stepsFor';
import type { ConnectionTestContext, GatewayStep, StepOutcome } from './types';
import { untilAborted } from './untilAborted';

/** What the steps of a test found. */
export interface StepsResult {
  readonly steps: ConnectionTestStep[];
  readonly cluster?: ClusterFacts;
}

/**
 * Runs the steps of a test one after the other.
 *
 * @param emit - called when a step begins, and when it is over
 * @throws the reason of the context's signal when the test is cancelled
 */
export async function runSteps(
  context: ConnectionTestContext,
  emit: (event: ConnectionTestEvent) => void,
): Promise<StepsResult> {
  const { plane, clock } = context;
  const finished: FinishedSteps = new Map();
  let cluster: ClusterFacts | undefined;
  for (const step of stepsFor(plane)) {
    const { name } = step;
    const title = step.title(plane);
    const startedAt = clock().getTime();
    const begin = () => emit({ type: 'step-started', name, title });
    const { cluster: facts, ...outcome } =
      step.contacts === 'gateway'
        ? await contactGateway(step, context, finished, begin)
        : runLocally(() => step.run(context), begin);
    cluster ??= facts;
    const durationMs = clock().getTime() - startedAt;
    const result = { name, title, durationMs, ...outcome };
    finished.set(name, result);
    emit({ type: 'step', step: result });
  }
  return { steps: Array.from(finished.values()), ...(cluster && { cluster }) };
}

function runLocally(run: () => StepOutcome, begin: () => void): StepOutcome {
  begin();
  return run();
}

async function contactGateway(
  step: GatewayStep,
  context: ConnectionTestContext,
  finished: FinishedSteps,
  begin: () => void,
): Promise<StepOutcome> {
  const { gateway, plane, signal } = context;
  const evidence = whyNotTried(step.name, plane, finished);
  if (evidence !== undefined) {
    return { status: 'skipped', evidence };
  }
  if (!gateway) {
    return gatewayNotConfigured(plane);
  }
  begin();
  try {
    return await untilAborted(step.run({ ...context, gateway }), signal);
  } catch (error) {
    if (isTimeUp(signal)) {
      return timeUp();
    }
    throw error;
  }
}
