import type { Plane } from '@openchoreo-planes/backstage-plugin-planes-common';
import { sentence } from '../sentence';
import type { StepOutcome } from '../types';
import {
  inControlPlane,
  inPlane,
  kubectlPlane,
  type RemedyCommand,
  shellWord,
} from './kubectl';

const FIELD = 'spec.secretStoreRef.name';
const MAX_MESSAGE_LENGTH = 300;

function listStores(): RemedyCommand {
  return inPlane(
    'list the secret stores and their state',
    'kubectl get clustersecretstores.external-secrets.io',
  );
}

function editPlane({ ref }: Plane): RemedyCommand {
  return inControlPlane('change the reference', kubectlPlane('edit', ref));
}

/** External Secrets serves the kind, and there is no object of the name. */
export function noSecretStore(plane: Plane, name: string): StepOutcome {
  return {
    status: 'failed',
    evidence: `The plane names the secret store "${name}", and its cluster has no ClusterSecretStore of that name.`,
    remedy: {
      text: `Create ClusterSecretStore "${name}" in the cluster of the plane, or let the plane name one that exists there.`,
      field: FIELD,
      commands: [listStores(), editPlane(plane)],
    },
  };
}

/** The kind is not served. */
export function noExternalSecrets(name: string): StepOutcome {
  return {
    status: 'failed',
    evidence: `The plane names the secret store "${name}", but External Secrets is not installed in its cluster.`,
    remedy: {
      text: `Install the External Secrets operator in the cluster of the plane, then create ClusterSecretStore "${name}".`,
      field: FIELD,
      commands: [
        inPlane(
          'see whether the kind is served',
          'kubectl get crd clustersecretstores.external-secrets.io',
        ),
        inPlane(
          'install External Secrets',
          'helm upgrade --install external-secrets external-secrets --repo https://charts.external-secrets.io --namespace external-secrets --create-namespace',
        ),
      ],
    },
  };
}

/** The object exists and does not say that it is ready. */
export function secretStoreNotReady(
  plane: Plane,
  name: string,
  ready: { status: string; message?: string } | undefined,
): StepOutcome {
  const reason = ready?.message
    ? `: ${ready.message.slice(0, MAX_MESSAGE_LENGTH)}`
    : '';
  return {
    status: ready?.status === 'False' ? 'failed' : 'warning',
    evidence: ready
      ? sentence(`ClusterSecretStore "${name}" is not ready${reason}`)
      : `ClusterSecretStore "${name}" exists, but External Secrets has not reported whether it is ready.`,
    remedy: {
      text: `See why External Secrets cannot use the provider of ClusterSecretStore "${name}": its address and its credentials.`,
      field: FIELD,
      commands: [
        inPlane(
          'see what External Secrets reports',
          `kubectl describe clustersecretstores.external-secrets.io ${shellWord(
            name,
          )}`,
        ),
        inPlane(
          'see whether External Secrets runs',
          'kubectl get pods --all-namespaces -l app.kubernetes.io/name=external-secrets',
        ),
        editPlane(plane),
      ],
    },
  };
}
