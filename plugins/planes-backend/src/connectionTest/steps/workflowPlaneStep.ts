import { gravest } from '../gravest';
import type { GatewayStep, StepOutcome } from '../types';
import { checkArgo } from './argo';
import { checkSecretStore } from './secretStore';

/** Has the cluster what a workflow plane (or build plane) needs? */
export const workflowPlaneStep: GatewayStep = {
  name: 'plane-type',
  contacts: 'gateway',
  title: ({ secretStore }) =>
    secretStore === undefined
      ? 'Argo Workflows'
      : 'Argo Workflows and secret store',
  async run(context) {
    const { secretStore } = context.plane;
    const argo = await checkArgo(context);
    return secretStore === undefined
      ? argo
      : combine([argo, await checkSecretStore(context, secretStore)]);
  },
};

function combine(outcomes: readonly StepOutcome[]): StepOutcome {
  return (
    gravest(outcomes) ?? {
      status: 'passed',
      evidence: outcomes.map(({ evidence }) => evidence).join(' '),
    }
  );
}
