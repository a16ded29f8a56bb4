/**
 * OpenChoreo planes in the Backstage catalog.
 *
 * @packageDocumentation
 */
export { catalogModulePlanes as default } from './module';
export { planeEntityTransformExtensionPoint } from './planeEntityTransformExtensionPoint';
export type {
  PlaneEntityTransformer,
  PlaneEntityTransformExtensionPoint,
} from './planeEntityTransformExtensionPoint';
