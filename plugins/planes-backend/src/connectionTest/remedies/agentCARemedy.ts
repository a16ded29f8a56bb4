import {
  type Plane,
  planeKindInfo,
  type SecretKeyRef,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { agentChart, agentRestart } from './agentChart';
import {
  inControlPlane,
  inPlane,
  kubectlPlane,
  type RemedyCommand,
  shellWord,
} from './kubectl';

const CA_FILE = 'agent-ca.crt';
const PATCH_FILE = 'agent-ca-patch.yaml';

function readAgentCA({ gatewayPlaneType }: Plane): string {
  const { namespace } = agentChart(gatewayPlaneType);
  return `kubectl -n ${namespace} get secret cluster-agent-tls -o jsonpath='{.data.ca\\.crt}' | base64 -d`;
}

/** Shows the fingerprint of the CA that signed the certificate of the plane's agent. */
export function showAgentCA(plane: Plane): RemedyCommand {
  return inPlane(
    "show the fingerprint of the CA that signed the agent's certificate",
    `${readAgentCA(
      plane,
    )} | openssl x509 -noout -subject -enddate -fingerprint -sha256`,
  );
}

/** Puts the CA that signed the certificate of the plane's agent where the plane's resource takes it from. */
export function replaceAgentCA(plane: Plane): RemedyCommand[] {
  const { agentCA, ref } = plane;
  const save = inPlane(
    "save the CA that signed the agent's certificate",
    `${readAgentCA(plane)} > ${CA_FILE}`,
  );
  const restart = agentRestart(agentChart(plane.gatewayPlaneType));
  if (agentCA.source === 'secret') {
    const { secretKeyRef } = agentCA;
    const namespace = secretKeyRef.namespace ?? ref.namespace;
    return namespace === undefined
      ? [save]
      : [save, patchSecret({ ...secretKeyRef, namespace }), restart];
  }
  const commands = [
    save,
    inControlPlane(
      'make a patch of the saved file',
      `{ printf '%s\\n' 'spec:' '  clusterAgent:' '    clientCA:' '      value: |'; sed 's/^/        /' ${CA_FILE}; } > ${PATCH_FILE}`,
    ),
    inControlPlane(
      'apply the patch to the plane',
      kubectlPlane('patch', ref, '--type', 'merge', '--patch-file', PATCH_FILE),
    ),
  ];
  // The gateway looks at a changed CA of a Cluster kind only when the agent connects.
  return planeKindInfo(ref.kind).scope === 'Cluster'
    ? [...commands, restart]
    : commands;
}

function patchSecret({
  name,
  key,
  namespace,
}: SecretKeyRef & { namespace: string }): RemedyCommand {
  const before = shellWord(`{"data":{${JSON.stringify(key)}:"`);
  const value = `"$(cat ${CA_FILE} | base64 | tr -d '\\n')"`;
  return inControlPlane(
    'put it into the Secret that the plane names',
    `kubectl -n ${shellWord(namespace)} patch secret ${shellWord(
      name,
    )} --type merge -p ${before}${value}'"}}'`,
  );
}
