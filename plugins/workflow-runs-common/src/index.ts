/**
 * The model of OpenChoreo workflow runs.
 *
 * @packageDocumentation
 */
export * from './api/nodeSchema';
export * from './api/runSchema';
export * from './api/runsSchema';
export * from './api/timelineSchema';
export * from './argo/nodeSchema';
export * from './model/phases';
export * from './model/run';
export * from './model/runKinds';
export * from './permissions';
export * from './timeline/types';
