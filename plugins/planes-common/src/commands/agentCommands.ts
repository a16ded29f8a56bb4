import { GatewayPlaneType } from '../model/kinds';
import { agentChart } from './agentChart';
import {
  AgentInstallation,
  inPlane,
  InstallationCommand,
} from './installationCommand';

/** Shows with which planeID and address the agent is started. */
export function agentArgumentsCommand({
  gatewayPlaneType,
  planeID,
  agentURL,
}: AgentInstallation): InstallationCommand {
  const { namespace, deployment } = agentChart(gatewayPlaneType);
  const container = '.spec.template.spec.containers[0]';
  const address =
    agentURL === undefined
      ? '--server-url the address of the cluster gateway'
      : `--server-url must be ${agentURL}`;
  return inPlane(
    `See how the agent is started: --plane-id must be ${planeID}, ${address}`,
    `kubectl -n ${namespace} get deployment ${deployment}`,
    `-o jsonpath='{${container}.args}{"\\n"}{${container}.env}{"\\n"}'`,
  );
}

/** Shows the end of the agent's log. */
export function agentLogCommand(
  gatewayPlaneType: GatewayPlaneType,
): InstallationCommand {
  const { namespace, deployment } = agentChart(gatewayPlaneType);
  return inPlane(
    'Read what the agent says; once it is connected, "connected to control plane"',
    `kubectl -n ${namespace} logs deployment/${deployment} --tail=20`,
  );
}

/** Prints the CA that signed the agent's certificate, as PEM. @public */
export function readAgentCACommand(
  gatewayPlaneType: GatewayPlaneType,
): InstallationCommand {
  const { namespace } = agentChart(gatewayPlaneType);
  return inPlane(
    "Print the CA that signed the agent's certificate",
    `kubectl -n ${namespace} get secret cluster-agent-tls -o jsonpath='{.data.ca\\.crt}'`,
    '| base64 -d',
  );
}

/** Shows what keeps an agent from connecting: whether it runs, and what it says. @public */
export function connectWaitCommands({
  gatewayPlaneType,
}: AgentInstallation): InstallationCommand[] {
  const { namespace } = agentChart(gatewayPlaneType);
  return [
    inPlane(
      'See whether the agent runs',
      `kubectl -n ${namespace} get pods -l app=cluster-agent`,
    ),
    agentLogCommand(gatewayPlaneType),
  ];
}
