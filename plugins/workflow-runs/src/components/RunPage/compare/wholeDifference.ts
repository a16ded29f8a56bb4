import type { RunView } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/**
 * How much longer a run took than usual, by the control plane's record, which is what the usual is made of.
 *
 * @returns undefined for a run that goes on: it may still take as long as usual
 */
export function wholeDifference(
  { startedAt, completedAt }: Pick<RunView, 'startedAt' | 'completedAt'>,
  medianMs: number | undefined,
): number | undefined {
  const lasted = Date.parse(completedAt ?? '') - Date.parse(startedAt ?? '');
  return medianMs === undefined || Number.isNaN(lasted)
    ? undefined
    : lasted - medianMs;
}
