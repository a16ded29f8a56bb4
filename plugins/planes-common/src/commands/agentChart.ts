import { GatewayPlaneType } from '../model/kinds';

/** How OpenChoreo's Helm charts call what belongs to a plane's agent, unless their values say otherwise. @public */
export interface AgentChart {
  /** The chart and its release. */
  readonly chart: string;
  readonly namespace: string;
  readonly deployment: string;
}

/** The names of a plane's agent, by the type under which it connects. @public */
export function agentChart(planeType: GatewayPlaneType): AgentChart {
  const release = `openchoreo-${planeType.replace(/plane$/, '-plane')}`;
  return {
    chart: release,
    namespace: release,
    deployment: `cluster-agent-${planeType}`,
  };
}
