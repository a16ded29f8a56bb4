/** Annotation: the Kubernetes namespace of an entity's resources. */
export const NAMESPACE = 'openchoreo.dev/namespace';

/** Annotation: the name of the control plane in `openchoreo.controlPlanes`. */
export const CONTROL_PLANE = 'openchoreo.dev/control-plane';

/** Annotation: the workflow that an entity stands for, `NAME` or `KIND/NAME`. */
export const WORKFLOW = 'openchoreo.dev/workflow';

/** Annotation: the uid of a plane's custom resource. */
export const PLANE_UID = 'openchoreo.dev/plane-uid';
