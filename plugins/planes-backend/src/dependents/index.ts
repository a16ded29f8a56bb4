export { CachedLists } from './CachedLists';
export { createDependentsRouter } from './createDependentsRouter';
export type { DependentsRouterOptions } from './createDependentsRouter';
export { PlaneDependentsReader } from './PlaneDependentsReader';
