import { StatusChip } from '@openchoreo-planes/backstage-plugin-planes-react';
import { RunPhase } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { runPhaseInfo } from '../../status/runPhaseInfo';

export interface RunStatusProps {
  phase: RunPhase;
}

/** The phase of a run as icon, word and colour. */
export function RunStatus(props: RunStatusProps) {
  return <StatusChip status={runPhaseInfo(props.phase)} />;
}
