export { controlPlaneReaderServiceRef } from './controlPlaneReaderServiceRef';
export type { ControlPlaneReader, ResourceList } from './types';
