export { registerRunResource } from './registerRunResource';
export { RunAccess } from './RunAccess';
export type { PermittedRun, RunAccessOptions, RunCaller } from './RunAccess';
export { RunAuthorizer } from './RunAuthorizer';
export type { RunPermission } from './RunAuthorizer';
export { runPermissionRules } from './rules';
export { runResourceRef } from './runResource';
export type { RunFilter, RunResource } from './runResource';
