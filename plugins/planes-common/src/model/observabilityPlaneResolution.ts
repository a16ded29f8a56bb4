import { ObservabilityPlaneRef, PlaneRef } from './plane';

/**
 * Which observability plane a plane reports to.
 *
 * @remarks
 * `explicit`: the resource names it. `default`: the resource names none and OpenChoreo takes the
 * one called `default`. `none`: it names none and there is no default. `dangling`: it names one
 * that does not exist or that it may not refer to; `message` is a sentence about it.
 * `not-applicable`: the plane is an observability plane itself.
 *
 * @public
 */
export type ObservabilityPlaneResolution =
  | { readonly status: 'explicit' | 'default'; readonly ref: PlaneRef }
  | { readonly status: 'none' }
  | { readonly status: 'not-applicable' }
  | {
      readonly status: 'dangling';
      readonly wanted: ObservabilityPlaneRef;
      readonly message: string;
    };
