export { NodeDetails } from './NodeDetails';
export type { NodeDetailsProps } from './NodeDetails';
