/** The uid of the plane's custom resource; the key of the planes API. @public */
export const ANNOTATION_PLANE_UID = 'openchoreo.dev/plane-uid';

/** The kind of the plane's custom resource, for example `ClusterDataPlane`. @public */
export const ANNOTATION_KIND = 'openchoreo.dev/kind';

/** The name of the plane's custom resource. @public */
export const ANNOTATION_NAME = 'openchoreo.dev/name';

/** The Kubernetes namespace of the plane's custom resource; absent for Cluster kinds. @public */
export const ANNOTATION_NAMESPACE = 'openchoreo.dev/namespace';

/** The effective planeID, under which the cluster gateway knows the plane's agents. @public */
export const ANNOTATION_PLANE_ID = 'openchoreo.dev/plane-id';

/** The name of the control plane, as `openchoreo.controlPlanes` has it. @public */
export const ANNOTATION_CONTROL_PLANE = 'openchoreo.dev/control-plane';

/** The kind of the plane's custom resource, as a label for catalog filters. @public */
export const LABEL_KIND = 'openchoreo.dev/kind';

/** The effective planeID, as a label for catalog filters. @public */
export const LABEL_PLANE_ID = 'openchoreo.dev/plane-id';

/** The name of the control plane, as a label for catalog filters. @public */
export const LABEL_CONTROL_PLANE = 'openchoreo.dev/control-plane';

/** What OpenChoreo shows as the title of a resource. @public */
export const ANNOTATION_DISPLAY_NAME = 'openchoreo.dev/display-name';

/** What OpenChoreo shows as the description of a resource. @public */
export const ANNOTATION_DESCRIPTION = 'openchoreo.dev/description';

/** The entity reference of the resource's owner. @public */
export const ANNOTATION_OWNER = 'backstage.io/owner';
