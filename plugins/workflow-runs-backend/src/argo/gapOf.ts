import type { GatewayFailure } from '@openchoreo-planes/backstage-plugin-planes-node';
import type { TimelineGap } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/** Why something of Argo cannot be shown, or not as it is now. */
export interface Gap {
  readonly reason: TimelineGap;
  /** One sentence for a person. */
  readonly message: string;
}

/**
 * What a failure to read an Argo workflow through the tunnel means.
 *
 * @param offline - what is known of the plane's agents, which names the plane
 */
export function gapOf(failure: GatewayFailure, offline?: string): Gap {
  const { reason, message, kubernetesReason } = failure;
  switch (reason) {
    case 'not-found':
      return kubernetesReason === 'NotFound'
        ? {
            reason: 'argo-gone',
            message:
              'The Argo workflow was deleted from the cluster of its plane, after its time to live or by somebody.',
          }
        : {
            reason: 'failed',
            message:
              "The cluster of the plane does not serve Argo's workflows: is Argo Workflows still installed?",
          };
    case 'no-agent':
    case 'not-authorised':
      return { reason: 'plane-offline', message: offline ?? message };
    case 'tunnel-timeout':
    case 'tunnel-broken':
    case 'target-unreachable':
    case 'target-unknown':
      return { reason: 'plane-offline', message };
    case 'unreachable':
    case 'tls':
    case 'credentials-unreadable':
    case 'timeout':
    case 'unexpected-answer':
      return { reason: 'gateway-unreachable', message };
    case 'forbidden':
      return { reason: 'forbidden', message };
    default:
      return { reason: 'failed', message };
  }
}
