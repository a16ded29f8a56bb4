import type { Gap } from '../argo/gapOf';
import type { WorkflowReading } from './WorkflowReading';

/** What is known of the Argo workflow of a run. */
export interface WorkflowState {
  /** As it was last read. */
  readonly latest?: WorkflowReading;
  /** As it was last read with its nodes; in general the same. */
  readonly withNodes?: {
    readonly reading: WorkflowReading;
    /** When it was last known to be so. */
    readonly readAt: Date;
  };
  /** Why it cannot be read now. */
  readonly gap?: Gap;
}

/** The workflow and its nodes as they are now; undefined where either is not known. */
export function currentReading({
  latest,
  gap,
}: WorkflowState): WorkflowReading | undefined {
  return gap === undefined && latest?.nodes ? latest : undefined;
}
