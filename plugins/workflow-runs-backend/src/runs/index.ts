export { createRunsRouter } from './createRunsRouter';
export type { RunsRouterOptions } from './createRunsRouter';
export { ListedRuns } from './ListedRuns';
export { PlaneLinks } from './PlaneLinks';
export { PlaneVisibility } from './PlaneVisibility';
export { RunListing } from './RunListing';
export { RunSummaries } from './RunSummaries';
export { RunViews } from './RunViews';
