/**
 * OpenChoreo planes in the Backstage catalog, search and home page.
 *
 * @packageDocumentation
 */

export { planesPlugin as default } from './plugin';
