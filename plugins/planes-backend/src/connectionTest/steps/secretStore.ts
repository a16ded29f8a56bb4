import { maskText } from '@openchoreo-planes/backstage-plugin-planes-common';
import { tunnelAddress } from '@openchoreo-planes/backstage-plugin-planes-node';
import { z } from 'zod';
import { agentRights } from '../remedies/agentRights';
import { gatewayFailure } from '../remedies/gatewayFailure';
import {
  noExternalSecrets,
  noSecretStore,
  secretStoreNotReady,
} from '../remedies/secretStoreRemedies';
import { sentence } from '../sentence';
import type { GatewayContext, StepOutcome } from '../types';

/** The newest first; clusters serve one of them or both. */
const VERSIONS = ['v1', 'v1beta1'];

const storeSchema = z.object({
  status: z
    .object({
      conditions: z
        .array(
          z.object({
            type: z.string(),
            status: z.string(),
            message: z.string().transform(maskText).optional(),
          }),
        )
        .optional(),
    })
    .optional(),
});

/** Looks whether the secret store that a plane names exists and is ready. */
export async function checkSecretStore(
  context: GatewayContext,
  name: string,
): Promise<StepOutcome> {
  const { gateway, plane, signal } = context;
  let isServed = false;
  for (const version of VERSIONS) {
    const outcome = await gateway.get(
      tunnelAddress(plane),
      {
        path: [
          'apis',
          'external-secrets.io',
          version,
          'clustersecretstores',
          name,
        ],
      },
      { signal },
    );
    if (outcome.ok) {
      return readiness(context, name, outcome.value);
    }
    const { failure } = outcome;
    if (failure.reason === 'forbidden') {
      return {
        status: 'failed',
        evidence: `The agent may not read ClusterSecretStore "${name}". ${sentence(
          failure.message,
        )}`,
        remedy: agentRights(
          plane,
          `get clustersecretstores.external-secrets.io/${name}`,
        ),
      };
    }
    if (failure.reason !== 'not-found') {
      return gatewayFailure(plane, failure);
    }
    // A version that is not served is answered without a Kubernetes status.
    isServed ||= failure.kubernetesReason !== undefined;
  }
  return isServed ? noSecretStore(plane, name) : noExternalSecrets(name);
}

function readiness(
  { plane }: GatewayContext,
  name: string,
  store: unknown,
): StepOutcome {
  const conditions = storeSchema.safeParse(store).data?.status?.conditions;
  const ready = conditions?.find(({ type }) => type === 'Ready');
  if (ready?.status === 'True') {
    return {
      status: 'passed',
      evidence: `ClusterSecretStore "${name}" exists and is ready.`,
    };
  }
  return secretStoreNotReady(plane, name, ready);
}
