import { StatusIcon } from '@openchoreo-planes/backstage-plugin-planes-react';
import { NodePhase } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { nodePhaseInfo } from '../../status/nodePhaseInfo';

export interface NodePhaseIconProps {
  phase: NodePhase;
}

/** The icon of a node's phase, in its colour. Decoration: the phase has to be said in words beside it. */
export function NodePhaseIcon(props: NodePhaseIconProps) {
  return <StatusIcon status={nodePhaseInfo(props.phase)} />;
}
