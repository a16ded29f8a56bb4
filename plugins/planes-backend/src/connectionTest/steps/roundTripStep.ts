import {
  type ClusterFacts,
  maskText,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { tunnelAddress } from '@openchoreo-planes/backstage-plugin-planes-node';
import { z } from 'zod';
import { agentRights } from '../remedies/agentRights';
import { gatewayFailure } from '../remedies/gatewayFailure';
import type { GatewayContext, GatewayStep, StepOutcome } from '../types';

const SAMPLES = 3;
const MAX_TEXT_LENGTH = 255;

const text = z.string().min(1).max(MAX_TEXT_LENGTH).transform(maskText);
const versionSchema = z.object({ gitVersion: text });
const namespaceSchema = z.object({ metadata: z.object({ uid: text }) });

/** Does the cluster's Kubernetes API answer through the agent, how fast, and which cluster is it? */
export const roundTripStep: GatewayStep = {
  name: 'round-trip',
  contacts: 'gateway',
  title: () => "Round trip to the cluster's Kubernetes API",
  async run(context) {
    const { gateway, plane, signal } = context;
    const durations: number[] = [];
    let version: string | undefined;
    for (let sample = 1; sample <= SAMPLES; sample++) {
      const outcome = await gateway.get(
        tunnelAddress(plane),
        { path: ['version'] },
        { signal },
      );
      if (!outcome.ok) {
        return failed(context, outcome.failure, sample);
      }
      durations.push(outcome.durationMs);
      version = versionSchema.safeParse(outcome.value).data?.gitVersion;
      if (version === undefined) {
        return gatewayFailure(plane, {
          reason: 'not-found',
          message: "The answer to '/version' names no version.",
        });
      }
    }
    return identify(context, { version, latencyMs: latency(durations) });
  },
};

function failed(
  { plane }: GatewayContext,
  failure: Parameters<typeof gatewayFailure>[1],
  sample: number,
): StepOutcome {
  const outcome = gatewayFailure(plane, failure);
  return sample === 1
    ? outcome
    : {
        ...outcome,
        evidence: `Request ${sample} of ${SAMPLES} failed, after others succeeded. ${outcome.evidence}`,
      };
}

/** Reads what identifies the cluster: planes that live in the same one are recognised by it. */
async function identify(
  { gateway, plane, signal }: GatewayContext,
  facts: ClusterFacts,
): Promise<StepOutcome> {
  const { min, median, max } = facts.latencyMs;
  const answered = `Kubernetes ${facts.version} answered ${SAMPLES} times in ${min} to ${max} ms, ${median} ms in the middle.`;
  const outcome = await gateway.get(
    tunnelAddress(plane),
    { path: ['api', 'v1', 'namespaces', 'kube-system'] },
    { signal },
  );
  if (outcome.ok) {
    const uid = namespaceSchema.safeParse(outcome.value).data?.metadata.uid;
    return {
      status: 'passed',
      evidence: answered,
      cluster: { ...facts, ...(uid !== undefined && { uid }) },
    };
  }
  if (outcome.failure.reason !== 'forbidden') {
    return { ...gatewayFailure(plane, outcome.failure), cluster: facts };
  }
  return {
    status: 'warning',
    evidence: `${answered} The agent may not read namespace kube-system, by whose UID planes in one cluster are recognised; OpenChoreo's own work may lack rights too.`,
    remedy: agentRights(plane, 'get namespaces/kube-system'),
    cluster: facts,
  };
}

function latency(durations: readonly number[]): ClusterFacts['latencyMs'] {
  const sorted = durations.map(Math.round).sort((a, b) => a - b);
  return {
    min: sorted[0],
    median: sorted[Math.floor(sorted.length / 2)],
    max: sorted[sorted.length - 1],
    samples: sorted.length,
  };
}
