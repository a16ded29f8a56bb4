import {
  type Plane,
  planeFindings,
  type PlaneSummary,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { CurrentFleet } from './CurrentFleet';
import { summarizeFindings } from './summarizeFindings';

/**
 * A plane's findings in short, computed when somebody looks at them, and anew when the planes around it are others.
 *
 * @remarks
 * They take longer than all the rest of a summary, and most lists show a hundred of ten thousand planes.
 *
 * @param options - `now` is the time that the findings are of
 */
export function lazyFindings(
  plane: Plane,
  options: { fleet: CurrentFleet; now: Date },
): () => PlaneSummary['findings'] {
  const { fleet, now } = options;
  let known:
    | { version: string; findings: PlaneSummary['findings'] }
    | undefined;
  return () => {
    const version = fleet.version();
    if (known?.version !== version) {
      const findings = planeFindings(plane, now, fleet.get());
      known = { version, findings: summarizeFindings(findings) };
    }
    return known.findings;
  };
}
