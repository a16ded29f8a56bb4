export { controlPlaneReaderServiceRef } from './controlPlaneReaderServiceRef';
export { DefaultControlPlaneReader } from './DefaultControlPlaneReader';
export type { ControlPlaneReader, ResourceList } from './types';
