import type { ArgoWorkflow } from '../argo/nodeSchema';
import type { Run } from '../model/run';

/** What an explanation needs to know of a plane. @public */
export interface ExplainedPlane {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  readonly title: string;
  /** Whether its agent is connected; undefined where nobody knows. */
  readonly connected?: boolean;
}

/** What {@link explainRun} looks at. @public */
export interface ExplainRunInput {
  readonly run: Run;
  /** Milliseconds since 1970. */
  readonly now: number;
  /**
   * The plane that the run runs on: undefined where the one that its workflow names does not exist, `unknown` where that
   * cannot be told.
   */
  readonly plane: ExplainedPlane | 'unknown' | undefined;
  /** The Argo workflow, where it was read. */
  readonly workflow?: Pick<
    ArgoWorkflow,
    'phase' | 'message' | 'suspended' | 'shutdown'
  >;
}
