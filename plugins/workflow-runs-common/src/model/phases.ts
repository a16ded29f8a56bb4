/**
 * How a run stands, as its conditions say. An Argo workflow that ended with `Error` is a run that `Failed`.
 *
 * @public
 */
export const RUN_PHASES = [
  'Pending',
  'Running',
  'Succeeded',
  'Failed',
] as const;

/** A member of {@link RUN_PHASES}. @public */
export type RunPhase = (typeof RUN_PHASES)[number];

/** How a node of an Argo workflow stands. @public */
export const NODE_PHASES = [
  'Pending',
  'Running',
  'Succeeded',
  'Failed',
  'Error',
  'Skipped',
  'Omitted',
] as const;

/** A member of {@link NODE_PHASES}. @public */
export type NodePhase = (typeof NODE_PHASES)[number];

/** Whether a run has ended. @public */
export function isEnded(phase: RunPhase): boolean {
  return phase === 'Succeeded' || phase === 'Failed';
}
