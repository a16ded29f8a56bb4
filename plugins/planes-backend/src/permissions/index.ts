export { notAllowed, PlaneAuthorizer } from './PlaneAuthorizer';
export { planeResourceRef } from './planeResource';
export type { PlaneFilter, PlaneResource } from './planeResource';
export { planePermissionRules } from './rules';
