export { RunsRefusal } from './RunsRefusal';
export type { RunsRefusalProps } from './RunsRefusal';
