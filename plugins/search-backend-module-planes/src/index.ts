/**
 * OpenChoreo planes in Backstage's search.
 *
 * @packageDocumentation
 */
export { searchModulePlanes as default } from './module';
