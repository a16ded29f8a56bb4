import { agentChart } from './agentChart';
import { agentArgumentsCommand, agentLogCommand } from './agentCommands';
import { chartLines, setText } from './helmSettings';
import {
  AgentInstallation,
  inPlane,
  InstallationCommand,
} from './installationCommand';

/** Shows whether an agent that is installed already has the right planeID and address, and corrects them. @public */
export function existingInstallation(
  installation: AgentInstallation,
): InstallationCommand[] {
  const { gatewayPlaneType, planeID, agentURL } = installation;
  const { chart, namespace } = agentChart(gatewayPlaneType);
  return [
    agentArgumentsCommand(installation),
    inPlane(
      'See its Helm values: the planeID is clusterAgent.planeID, with a capital D; the chart ignores planeId without a word',
      `helm -n ${namespace} get values ${chart}`,
    ),
    inPlane(
      'See which version of the chart is installed',
      `helm -n ${namespace} list`,
    ),
    inPlane(
      'Correct them, where they differ, with the version of the chart that is installed',
      `helm upgrade ${chart}`,
      ...chartLines(installation),
      '--reuse-values',
      setText('clusterAgent.planeID', planeID),
      ...(agentURL === undefined
        ? []
        : [setText('clusterAgent.serverUrl', agentURL)]),
    ),
    agentLogCommand(gatewayPlaneType),
  ];
}
