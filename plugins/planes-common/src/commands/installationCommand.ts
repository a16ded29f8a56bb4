import { GatewayPlaneType } from '../model/kinds';

/** A command, where to run it, and why. @public */
export interface InstallationCommand {
  readonly purpose: string;
  readonly where: 'control-plane' | 'plane';
  readonly command: string;
}

/**
 * What the commands for an agent are filled in with.
 *
 * @remarks
 * A placeholder in angle brackets stands for what is not given. It is quoted like any other value, so that a shell does
 * not take its brackets for redirections: Helm refuses a version like that, and an agent finds no such address.
 *
 * @public
 */
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

/** A command for the cluster that OpenChoreo's control plane runs in. */
export function inControlPlane(
  purpose: string,
  ...lines: readonly string[]
): InstallationCommand {
  return { purpose, where: 'control-plane', command: joinLines(lines) };
}

/** A command for the cluster behind the plane. */
export function inPlane(
  purpose: string,
  ...lines: readonly string[]
): InstallationCommand {
  return { purpose, where: 'plane', command: joinLines(lines) };
}

/** One command over several lines. */
function joinLines(lines: readonly string[]): string {
  return lines.join(' \\\n  ');
}
