import {
  StatusStrip,
  toggled,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  RunPhase,
  RunsCounts,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { runPhaseInfo } from '../../../status/runPhaseInfo';

export interface PhaseStripProps {
  phases: readonly RunPhase[];
  counts: RunsCounts['phases'];
  onChange: (phases: RunPhase[]) => void;
}

/** What may need somebody comes first. */
const ORDER: readonly RunPhase[] = [
  'Failed',
  'Running',
  'Pending',
  'Succeeded',
];

/** How many runs are in which phase, each figure a filter. */
export function PhaseStrip(props: PhaseStripProps) {
  const { phases, counts, onChange } = props;
  const figures = ORDER.map(phase => ({
    key: phase,
    status: runPhaseInfo(phase),
    count: counts[phase] ?? 0,
    pressed: phases.includes(phase),
  }));
  return (
    <StatusStrip
      label="Runs by phase"
      figures={figures}
      onToggle={phase => onChange(toggled(phases, phase))}
    />
  );
}
