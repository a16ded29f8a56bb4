import { GatewayPlaneType } from '../model/kinds';
import { agentChart } from './agentChart';
import { agentSettings, chartLines } from './helmSettings';
import {
  AgentInstallation,
  inControlPlane,
  inPlane,
  InstallationCommand,
} from './installationCommand';

const SERVER_CA_FILE = 'server-ca.crt';

/** Lets the agent trust the cluster gateway. */
function trustGateway(gatewayPlaneType: GatewayPlaneType) {
  const { namespace } = agentChart(gatewayPlaneType);
  return [
    inControlPlane(
      'Save the CA of the cluster gateway, by which the agent recognises it',
      "kubectl -n openchoreo-control-plane get secret cluster-gateway-ca -o jsonpath='{.data.ca\\.crt}'",
      `| base64 -d > ${SERVER_CA_FILE}`,
    ),
    inPlane(
      'Create the namespace',
      `kubectl create namespace ${namespace} --dry-run=client -o yaml`,
      '| kubectl apply -f -',
    ),
    inPlane(
      `Give the plane the CA of the cluster gateway, from the saved file ${SERVER_CA_FILE}`,
      `kubectl -n ${namespace} create configmap cluster-gateway-ca`,
      `--from-file=ca.crt=${SERVER_CA_FILE} --dry-run=client -o yaml`,
      '| kubectl apply -f -',
    ),
  ];
}

function awaitCertificate(gatewayPlaneType: GatewayPlaneType) {
  const { namespace, deployment } = agentChart(gatewayPlaneType);
  return inPlane(
    'Wait until the agent has a certificate',
    `kubectl -n ${namespace} wait --for=condition=Ready`,
    `certificate/${deployment}-tls --timeout=120s`,
  );
}

/** Installs the agent with Helm: in order. @public */
export function helmInstallation(
  installation: AgentInstallation,
): InstallationCommand[] {
  const { gatewayPlaneType } = installation;
  const { chart } = agentChart(gatewayPlaneType);
  return [
    ...trustGateway(gatewayPlaneType),
    inPlane(
      'Install the plane with its agent',
      `helm upgrade --install ${chart}`,
      ...chartLines(installation),
      '--create-namespace',
      ...agentSettings(installation),
    ),
    awaitCertificate(gatewayPlaneType),
  ];
}

/** Installs the agent from manifests that Helm renders, for clusters in which Helm may not install: in order. @public */
export function kubectlInstallation(
  installation: AgentInstallation,
): InstallationCommand[] {
  const { gatewayPlaneType } = installation;
  const { chart, namespace } = agentChart(gatewayPlaneType);
  const file = `${chart}.yaml`;
  return [
    ...trustGateway(gatewayPlaneType),
    inPlane(
      'Render the manifests of the plane with its agent; Helm changes nothing in a cluster by this',
      `helm template ${chart}`,
      ...chartLines(installation),
      '--include-crds',
      ...agentSettings(installation),
      `> ${file}`,
    ),
    inPlane(
      'Apply them; once more where it says that a kind is not known yet',
      // Server-side, because large CustomResourceDefinitions do not fit into the annotation of a client-side apply.
      `kubectl -n ${namespace} apply --server-side -f ${file}`,
    ),
    awaitCertificate(gatewayPlaneType),
  ];
}
