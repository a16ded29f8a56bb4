export { createHistoryRouter } from './createHistoryRouter';
export type { HistoryRouterOptions } from './createHistoryRouter';
export { createPlanesRouter } from './createPlanesRouter';
export type { PlanesRouterOptions } from './createPlanesRouter';
export { CurrentFleet } from './CurrentFleet';
export { PlaneLinks } from './PlaneLinks';
export { PlaneListing } from './PlaneListing';
export { PlaneSummaries } from './PlaneSummaries';
export { PlaneViews } from './PlaneViews';
