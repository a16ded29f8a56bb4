import { agentChart } from './agentChart';
import { AgentInstallation } from './installationCommand';
import { shellWord } from './shellWord';

/** Stands for an address of the gateway that is not known. */
export const ADDRESS_PLACEHOLDER = 'wss://<cluster gateway>/ws';

const REGISTRY = 'oci://ghcr.io/openchoreo/helm-charts';

// What Helm reads from --set as something else than text.
const TYPED = /^(true|false|null|[-+]?\d+)$/i;

/** A line that sets a value of a chart to a text, whatever the text holds. */
export function setText(key: string, text: string): string {
  const option = TYPED.test(text) ? '--set-string' : '--set';
  // Helm splits at commas, and takes braces at the beginning for a list.
  const escaped = text.replace(/[\\,{}]/g, '\\$&');
  return `${option} ${shellWord(`${key}=${escaped}`)}`;
}

/** The chart of a plane with its version and namespace, in lines. */
export function chartLines(installation: AgentInstallation): string[] {
  const { gatewayPlaneType, chartVersion = '<version>' } = installation;
  const { chart, namespace } = agentChart(gatewayPlaneType);
  return [
    `${REGISTRY}/${chart}`,
    `--version ${shellWord(chartVersion)}`,
    `--namespace ${namespace}`,
  ];
}

/** The values of the chart that make the agent, in lines. */
export function agentSettings(installation: AgentInstallation): string[] {
  const { planeID, agentURL = ADDRESS_PLACEHOLDER, beforeV017 } = installation;
  return [
    ...(beforeV017 ? ['--set clusterAgent.enabled=true'] : []),
    setText('clusterAgent.planeID', planeID),
    setText('clusterAgent.serverUrl', agentURL),
    '--set clusterAgent.tls.enabled=true',
    '--set clusterAgent.tls.generateCerts=true',
    '--set clusterAgent.tls.serverCAConfigMap=cluster-gateway-ca',
    // Empty, because the Secret of that name is only in the control plane's cluster.
    '--set clusterAgent.tls.caSecretName=""',
  ];
}
