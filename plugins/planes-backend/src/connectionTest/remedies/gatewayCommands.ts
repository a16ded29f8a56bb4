import { inControlPlane, type RemedyCommand, shellWord } from './kubectl';

const NAMESPACE = 'openchoreo-control-plane';
const CLIENT_SECRET = 'backstage-planes-cluster-gateway-client-tls';

/** The portal's client certificate, from the issuer that OpenChoreo's chart makes for callers of the internal API. */
const CLIENT_CERTIFICATE = {
  apiVersion: 'cert-manager.io/v1',
  kind: 'Certificate',
  metadata: {
    name: 'backstage-planes-cluster-gateway-client',
    namespace: NAMESPACE,
  },
  spec: {
    secretName: CLIENT_SECRET,
    commonName: 'backstage-planes',
    usages: ['client auth'],
    duration: '2160h',
    renewBefore: '360h',
    issuerRef: { name: 'cluster-gateway-internal-ca-issuer', kind: 'Issuer' },
  },
};

/** Shows whether the gateway runs, and under which address. */
export const inspectGateway: readonly RemedyCommand[] = [
  inControlPlane(
    'see on which ports the gateway is served',
    `kubectl -n ${NAMESPACE} get service cluster-gateway`,
  ),
  inControlPlane(
    'see whether the gateway runs',
    `kubectl -n ${NAMESPACE} get deployment,pods`,
  ),
  gatewayLog(),
];

/** Shows the end of the gateway's log. */
export function gatewayLog(): RemedyCommand {
  return inControlPlane(
    'read what the gateway says',
    `kubectl -n ${NAMESPACE} logs deploy/cluster-gateway --tail=50`,
  );
}

/** Shows the end of the log of OpenChoreo's controllers. */
export function controllerLog(): RemedyCommand {
  return inControlPlane(
    'read what the controllers say',
    `kubectl -n ${NAMESPACE} logs deploy/controller-manager --tail=50`,
  );
}

/** Makes a client certificate for the portal, or renews it, and saves what the portal needs to reach the gateway. */
export const renewPortalCertificate: readonly RemedyCommand[] = [
  inControlPlane(
    "issue the portal's client certificate",
    `echo ${shellWord(
      JSON.stringify(CLIENT_CERTIFICATE),
    )} | kubectl apply -f -`,
  ),
  saveSecret('gateway.certFile', CLIENT_SECRET, 'tls.crt', 'tls.crt'),
  saveSecret('gateway.keyFile', CLIENT_SECRET, 'tls.key', 'tls.key'),
  saveSecret(
    'gateway.caFile',
    'cluster-gateway-ca',
    'ca.crt',
    'gateway-ca.crt',
  ),
];

function saveSecret(
  field: string,
  secret: string,
  key: string,
  file: string,
): RemedyCommand {
  const path = `{.data.${key.replace('.', '\\.')}}`;
  return inControlPlane(
    `save what '${field}' is to name, for yourself alone`,
    `(umask 077; kubectl -n ${NAMESPACE} get secret ${secret} -o jsonpath='${path}' | base64 -d > ${file})`,
  );
}
