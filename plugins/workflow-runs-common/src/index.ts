/**
 * The model of OpenChoreo workflow runs.
 *
 * @packageDocumentation
 */
export * from './api/nodeSchema';
export * from './api/runSchema';
export * from './api/runsSchema';
export * from './api/timelineSchema';
export { isPodOfNode } from './argo/nodePod';
export type { NodePodReading, NodePodRef } from './argo/nodePod';
export * from './argo/nodeSchema';
export type { NodeValues } from './argo/nodeValues';
export {
  ANNOTATION_NODE_ID,
  ANNOTATION_NODE_NAME,
  LABEL_ARGO_WORKFLOW,
} from './argo/podNames';
export type {
  ArgoNodesGap,
  Decompress,
  NodesCompression,
  ReadNodesOptions,
} from './argo/rawNodes';
export { readArgoWorkflow } from './argo/readArgoWorkflow';
export type { ArgoWorkflowReading } from './argo/readArgoWorkflow';
export * from './argo/readNodeDetails';
export * from './baseline/compareTimelines';
export * from './baseline/runBaseline';
export * from './explain/explainRun';
export * from './explain/failedTask';
export * from './explain/types';
export * from './model/annotations';
export * from './model/phases';
export * from './model/run';
export * from './model/runKinds';
export * from './parameters/withParameters';
export * from './parse/parseRun';
export * from './permissions';
export type { ListedRun } from './query/filterRuns';
export * from './query/InvalidCursorError';
export * from './query/queryRuns';
export * from './query/runsQueryParams';
export * from './secrets/maskSecrets';
export {
  maskText,
  SECRET_MASK,
} from '@openchoreo-planes/backstage-plugin-planes-common';
export * from './timeline/types';
export * from './timeline/timeline';
export * from './timeline/view/axisTicks';
export * from './timeline/view/failureOf';
export * from './timeline/view/flattenRows';
export * from './timeline/view/formatOffset';
