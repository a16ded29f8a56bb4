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
export * from './model/annotations';
export * from './model/phases';
export * from './model/run';
export * from './model/runKinds';
export * from './parameters/withParameters';
export * from './parse/parseRun';
export * from './permissions';
export * from './secrets/maskSecrets';
export { maskText, SECRET_MASK } from './secrets/secretTexts';
export * from './timeline/types';
