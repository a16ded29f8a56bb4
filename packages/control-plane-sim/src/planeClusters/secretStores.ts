import { timestamp } from '../objects/ApiObject';
import { PlantedObject } from './PlantedObject';

/** A ClusterSecretStore of External Secrets in a plane's cluster. @public */
export interface SimulatedSecretStore {
  readonly name: string;
  /** Whether its provider accepts it; true unless given. */
  readonly ready?: boolean;
}

/** A ClusterSecretStore with the condition that External Secrets writes. */
export function secretStoreObject(
  { name, ready = true }: SimulatedSecretStore,
  createdAt: number,
): PlantedObject {
  const verdict = ready
    ? { status: 'True', reason: 'Valid', message: 'store validated' }
    : {
        status: 'False',
        reason: 'InvalidProviderConfig',
        message: 'unable to log in with Kubernetes auth: permission denied',
      };
  return {
    group: 'external-secrets.io',
    plural: 'clustersecretstores',
    name,
    createdAt,
    content: {
      spec: {
        provider: {
          vault: { server: 'https://vault.example', path: 'secret' },
        },
      },
      status: {
        ...(ready && { capabilities: 'ReadWrite' }),
        conditions: [
          {
            type: 'Ready',
            ...verdict,
            lastTransitionTime: timestamp(new Date(createdAt)),
          },
        ],
      },
    },
  };
}
