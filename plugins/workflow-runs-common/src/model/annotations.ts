/** The entity reference of the user who started a run from the portal; whoever may write the run may write it. @public */
export const ANNOTATION_TRIGGERED_BY = 'openchoreo-planes.dev/triggered-by';

/** The name of the run in the same namespace that a run repeats. @public */
export const ANNOTATION_RERUN_OF = 'openchoreo-planes.dev/rerun-of';

/** The label by which OpenChoreo knows the project of a run. @public */
export const LABEL_PROJECT = 'openchoreo.dev/project';

/** The label by which OpenChoreo knows the component of a run. @public */
export const LABEL_COMPONENT = 'openchoreo.dev/component';
