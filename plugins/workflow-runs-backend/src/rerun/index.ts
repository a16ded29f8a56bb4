export { createRerunRouter } from './createRerunRouter';
export type { RerunRouterOptions } from './createRerunRouter';
export { RunReruns } from './RunReruns';
export type { RunRerunsOptions } from './RunReruns';
