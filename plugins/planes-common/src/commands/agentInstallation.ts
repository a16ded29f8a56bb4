import { GatewayPlaneType } from '../model/kinds';

/** A command, where to run it, and why. @public */
export interface InstallationCommand {
  readonly purpose: string;
  readonly where: 'control-plane' | 'plane';
  readonly command: string;
}

/** What the commands for an agent are filled in with. @public */
export interface AgentInstallation {
  readonly gatewayPlaneType: GatewayPlaneType;
  readonly planeID: string;
  /** The WebSocket URL that the agent dials; a placeholder stands for it where it is not given. */
  readonly agentURL?: string;
  /** The version of the Helm chart; a placeholder stands for it where it is not given. */
  readonly chartVersion?: string;
  /** The control plane is of a release before v0.17, whose charts must be told to install an agent. */
  readonly beforeV017?: boolean;
}

/** Installs the agent with Helm: in order. @public */
export function helmInstallation(
  installation: AgentInstallation,
): InstallationCommand[] {
  throw new Error(`Not written yet: ${installation.planeID}`);
}

/** Installs the agent from manifests that Helm renders, for clusters in which Helm may not install: in order. @public */
export function kubectlInstallation(
  installation: AgentInstallation,
): InstallationCommand[] {
  throw new Error(`Not written yet: ${installation.planeID}`);
}

/** Shows whether an agent that is installed already has the right planeID and address, and corrects them. @public */
export function existingInstallation(
  installation: AgentInstallation,
): InstallationCommand[] {
  throw new Error(`Not written yet: ${installation.planeID}`);
}

/** Prints the CA that signed the agent's certificate, as PEM. @public */
export function readAgentCACommand(
  gatewayPlaneType: GatewayPlaneType,
): InstallationCommand {
  throw new Error(`Not written yet: ${gatewayPlaneType}`);
}
