import { agentChart } from './agentChart';
import { agentArgumentsCommand, readAgentCACommand } from './agentCommands';
import { ADDRESS_PLACEHOLDER } from './helmSettings';
import {
  AgentInstallation,
  inControlPlane,
  inPlane,
  InstallationCommand,
} from './installationCommand';

/** A text in the log of an agent, or of the cluster gateway about it, and what to make of it. @public */
export interface AgentLogHint {
  /** What the line holds; X and Y stand for what differs from case to case. */
  readonly says: string;
  /** What it means, in one sentence. */
  readonly means: string;
  /** What to do about it, in one sentence. */
  readonly remedy: string;
  readonly command?: InstallationCommand;
}

const CONTROL_PLANE = 'kubectl -n openchoreo-control-plane';

const gatewayLog = inControlPlane(
  'Read why the cluster gateway refuses the agent',
  `${CONTROL_PLANE} logs deployment/cluster-gateway --tail=50`,
);

const gatewayNames = inControlPlane(
  "See the names and addresses in the gateway's certificate",
  `${CONTROL_PLANE} get certificate cluster-gateway-tls`,
  `-o jsonpath='{.spec.dnsNames}{"\\n"}{.spec.ipAddresses}{"\\n"}'`,
);

function refusals(installation: AgentInstallation): AgentLogHint[] {
  const { gatewayPlaneType, planeID } = installation;
  return [
    {
      says: 'websocket: bad handshake',
      means:
        "The cluster gateway refused the agent; its own log says whether for the planeID or for the agent's certificate.",
      remedy: "Look for the reason in the gateway's log.",
      command: gatewayLog,
    },
    {
      says: `no ${gatewayPlaneType} CRs found with planeID 'X'`,
      means: `No plane of the type ${gatewayPlaneType} has the planeID that the agent gave: the plane is not created yet, or the agent's planeID is not "${planeID}".`,
      remedy: `Create the plane; where the X of the message is not ${planeID}, set the Helm value clusterAgent.planeID to ${planeID}.`,
      command: agentArgumentsCommand(installation),
    },
    {
      says: `certificate not valid for any CR with planeID '${planeID}'`,
      means: `The agent CA in the plane did not sign the certificate that the agent has now, or that certificate has expired.`,
      remedy: `Give the plane the CA that is printed by this command.`,
      command: readAgentCACommand(gatewayPlaneType),
    },
  ];
}

function gatewayCertificate({
  gatewayPlaneType,
}: AgentInstallation): AgentLogHint[] {
  const { namespace } = agentChart(gatewayPlaneType);
  return [
    {
      says: 'x509: certificate is valid for X, not Y',
      means:
        "The agent dials the gateway by the host name Y, which is not in the gateway's certificate.",
      remedy:
        "Add the name to clusterGateway.tls.dnsNames of the control plane's Helm chart, or dial a name that is in the certificate.",
      command: gatewayNames,
    },
    {
      says: "x509: cannot validate certificate for X because it doesn't contain any IP SANs",
      means:
        "The agent dials the gateway by the IP address X, but the gateway's certificate holds only host names.",
      remedy:
        'Dial a host name; or add the address to spec.ipAddresses of Certificate cluster-gateway-tls, delete the Secret of that name and restart the gateway.',
      command: gatewayNames,
    },
    {
      says: 'x509: certificate signed by unknown authority',
      means: `The CA in ConfigMap cluster-gateway-ca of namespace ${namespace} did not sign the gateway's certificate.`,
      remedy:
        "Save the gateway's CA once more, write it into the ConfigMap and restart the agent.",
      command: inPlane(
        "See which CA the agent trusts; compare it with the gateway's",
        `kubectl -n ${namespace} get configmap cluster-gateway-ca -o jsonpath='{.data.ca\\.crt}'`,
        '| openssl x509 -noout -subject -enddate -fingerprint -sha256',
      ),
    },
  ];
}

function unreachable(installation: AgentInstallation): AgentLogHint[] {
  const { agentURL = ADDRESS_PLACEHOLDER } = installation;
  const command = agentArgumentsCommand(installation);
  return [
    {
      says: 'no such host',
      means:
        "The plane's cluster cannot resolve the host name of the gateway's address.",
      remedy: `Correct the Helm value clusterAgent.serverUrl, which should be ${agentURL}, or make the name known to the cluster's DNS.`,
      command,
    },
    {
      says: 'connection refused',
      means: "Nothing listens at the gateway's address and port.",
      remedy: `Correct the Helm value clusterAgent.serverUrl, which should be ${agentURL}, or expose the cluster gateway there.`,
      command,
    },
    {
      says: 'i/o timeout',
      means:
        "Nothing answers at the gateway's address: most often a firewall or a wrong port.",
      remedy: `Let the plane's cluster reach ${agentURL}, or correct the Helm value clusterAgent.serverUrl.`,
      command,
    },
  ];
}

/**
 * What the log of an agent may say while it is waited for, and what to do about it, most frequent first.
 *
 * @public
 */
export function agentLogHints(installation: AgentInstallation): AgentLogHint[] {
  return [
    ...refusals(installation),
    ...gatewayCertificate(installation),
    ...unreachable(installation),
  ];
}
