import type { Remedy } from '@openchoreo-planes/backstage-plugin-planes-common';
import type { GatewayFailureReason } from '@openchoreo-planes/backstage-plugin-planes-node';
import { inspectGateway, renewPortalCertificate } from './gatewayCommands';

const GATEWAY_KEY = 'openchoreo.controlPlanes[].gateway';

/** What to do where the gateway's address may be wrong. */
const CHECK_ADDRESS: Remedy = {
  text: "Let 'gateway.url' of the control plane name the gateway's internal API, as the portal's backend reaches it: Service cluster-gateway, port 8444; port 8443 with OpenChoreo up to v1.0.1 and v1.1.1. It is not served outside the control plane's cluster unless you expose it.",
  field: `${GATEWAY_KEY}.url`,
  commands: [...inspectGateway],
};

/** What to do where the two sides do not trust each other. */
const CHECK_CERTIFICATES: Remedy = {
  text: "Let 'gateway.caFile' name the CA of the gateway's certificate, and 'gateway.certFile' and 'gateway.keyFile' a client certificate of Issuer cluster-gateway-internal-ca-issuer in namespace openchoreo-control-plane. The portal reads the files again when they change.",
  field: GATEWAY_KEY,
  commands: [...renewPortalCertificate],
};

/** What to do where the portal gave up waiting. */
const GIVE_TIME: Remedy = {
  text: `See whether the gateway is overloaded. It waits 30 seconds for an agent itself: let '${GATEWAY_KEY}.timeout' be longer, so that it can say what is wrong.`,
  field: `${GATEWAY_KEY}.timeout`,
  commands: [...inspectGateway],
};

/** What to do about what goes wrong between the portal and the gateway, whatever the plane. */
export const portalRemedies = {
  unreachable: () => CHECK_ADDRESS,
  tls: () => CHECK_CERTIFICATES,
  'credentials-unreadable': () => CHECK_CERTIFICATES,
  timeout: () => GIVE_TIME,
  refused: () => CHECK_ADDRESS,
  'unexpected-answer': () => CHECK_ADDRESS,
  'streaming-not-supported': () => CHECK_ADDRESS,
} satisfies Partial<Record<GatewayFailureReason, () => Remedy>>;
