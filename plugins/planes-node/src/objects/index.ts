export { controlPlaneObjectsServiceRef } from './controlPlaneObjectsServiceRef';
export type { ControlPlaneObjects, ObjectContent, ObjectRef } from './types';
