export { PlaneAccess } from './PlaneAccess';
export type {
  PlaneAccessOptions,
  PlaneCaller,
  PlaneCreator,
} from './PlaneAccess';
export { notAllowed, PlaneAuthorizer } from './PlaneAuthorizer';
export type { PlaneDecision } from './PlaneAuthorizer';
export { planeResourceRef } from './planeResource';
export type { PlaneFilter, PlaneResource } from './planeResource';
export { registerPlaneResource } from './registerPlaneResource';
export { planePermissionRules } from './rules';
