import type { ControlPlaneConfig } from '../config';
import type { PlaneResources } from './types';

/** {@link PlaneResources} over HTTPS. */
export class DefaultPlaneResources {
  static create(
    controlPlanes: readonly ControlPlaneConfig[],
  ): PlaneResources & { close(): void } {
    throw new Error(`Not written yet: ${controlPlanes.length}`);
  }
}
