export { countRuns } from './countRuns';
export { createInstruments } from './metrics';
export type { RunsInstruments } from './metrics';
export { Viewers } from './Viewers';
