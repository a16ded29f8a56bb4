import {
  AgentInstallation,
  ControlPlaneKinds,
  existingInstallation,
  hasField,
  helmInstallation,
  InstallationCommand,
  kubectlInstallation,
  PlaneKind,
  planeKindInfo,
  RegistrationValues,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { InstallationValues } from '../../../form/RegistrationForm';

const PLANE_ID_PLACEHOLDER = '<planeID>';

/** Charts before v0.17 had to be told to install an agent; what data planes know of gateways tells the release. */
function isBeforeV017(controlPlane: ControlPlaneKinds | undefined): boolean {
  const dataPlanes = controlPlane?.kinds.filter(
    ({ kind }) => planeKindInfo(kind).planeType === 'data',
  );
  return (
    dataPlanes !== undefined &&
    dataPlanes.length > 0 &&
    !dataPlanes.some(served => hasField(served, 'gateway.ingress'))
  );
}

/** What is not given is left out, so that a placeholder stands for it. */
function given(text: string | undefined): string | undefined {
  return text?.trim() || undefined;
}

/** The planeID that the agent must have, where it is known. */
export function effectivePlaneID(
  values: RegistrationValues,
): string | undefined {
  return given(values.planeID) ?? given(values.name);
}

/** What the commands for the plane's agent are filled in with. */
export function agentInstallationOf(
  kind: PlaneKind,
  values: RegistrationValues,
  installation: InstallationValues,
  controlPlane: ControlPlaneKinds | undefined,
): AgentInstallation {
  return {
    gatewayPlaneType: planeKindInfo(kind).gatewayPlaneType,
    planeID: effectivePlaneID(values) ?? PLANE_ID_PLACEHOLDER,
    agentURL: given(installation.agentURL),
    chartVersion: given(installation.chartVersion),
    beforeV017: isBeforeV017(controlPlane),
  };
}

const COMMANDS: Record<
  InstallationValues['method'],
  (installation: AgentInstallation) => InstallationCommand[]
> = {
  helm: helmInstallation,
  kubectl: kubectlInstallation,
  installed: existingInstallation,
};

/** The commands of a way to install the agent, in order. */
export function installationCommands(
  method: InstallationValues['method'],
  installation: AgentInstallation,
): InstallationCommand[] {
  return COMMANDS[method](installation);
}
