import { formatDay, formatTime } from '../formatTime';
import { renewPortalCertificate } from '../remedies/gatewayCommands';
import { gatewayFailure } from '../remedies/gatewayFailure';
import type { GatewayContext, GatewayStep, StepOutcome } from '../types';

const DAY_MS = 24 * 60 * 60_000;
const EXPIRING_WITHIN_MS = 14 * DAY_MS;

/** Does the control plane's cluster gateway answer the portal, and accept its certificate? */
export const gatewayStep: GatewayStep = {
  name: 'gateway',
  contacts: 'gateway',
  title: ({ ref }) => `Cluster gateway of control plane ${ref.controlPlane}`,
  async run(context) {
    const { gateway, plane, signal } = context;
    const outcome = await gateway.listPlanes({ signal });
    return outcome.ok
      ? reached(context, outcome.value.length)
      : gatewayFailure(plane, outcome.failure);
  },
};

function reached(context: GatewayContext, planes: number): StepOutcome {
  const { gateway, gatewayConfig, clock } = context;
  const { protocol, clientCertificateExpires: expires } =
    gateway.tlsFacts() ?? {};
  const address = gatewayConfig ? ` at ${new URL(gatewayConfig.url).host}` : '';
  const tls = protocol === undefined ? '' : ` over ${protocol}`;
  const count = planes === 1 ? '1 plane' : `${planes} planes`;
  const answered = `The gateway${address} answered${tls} and has agents of ${count}.`;
  if (expires === undefined) {
    return { status: 'passed', evidence: answered };
  }
  const left = Date.parse(expires) - clock().getTime();
  const days = Math.floor(left / DAY_MS);
  if (left >= EXPIRING_WITHIN_MS) {
    return {
      status: 'passed',
      evidence: `${answered} The portal's client certificate is valid for ${days} more days, until ${formatDay(
        expires,
      )}.`,
    };
  }
  return {
    status: 'warning',
    evidence: `${answered} The portal's client certificate is valid only until ${formatTime(
      expires,
    )}; then the gateway refuses the portal.`,
    remedy: {
      text: "Renew the portal's client certificate and put it where 'gateway.certFile' and 'gateway.keyFile' point; the portal reads the files again when they change.",
      field: 'openchoreo.controlPlanes[].gateway.certFile',
      commands: [...renewPortalCertificate],
    },
  };
}
