/**
 * The live state of OpenChoreo planes for a Backstage portal.
 *
 * @packageDocumentation
 */
export { planesPlugin as default } from './plugin';
export { planePermissionRules, planeResourceRef } from './permissions';
export type { PlaneFilter, PlaneResource } from './permissions';
