import type { GatewayStep } from '../types';
import { checkSecretStore } from './secretStore';

/** Has the cluster what a data plane needs? */
export const dataPlaneStep: GatewayStep = {
  name: 'plane-type',
  contacts: 'gateway',
  title: () => 'Secret store',
  async run(context) {
    const { secretStore } = context.plane;
    return secretStore === undefined
      ? { status: 'passed', evidence: 'The plane names no secret store.' }
      : checkSecretStore(context, secretStore);
  },
};
