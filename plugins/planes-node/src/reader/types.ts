/** What came of a list. @public */
export type ResourceList =
  | { readonly ok: true; readonly items: readonly unknown[] }
  | {
      readonly ok: false;
      /** `not-served` is normal: an older release, or a part of OpenChoreo that is not installed. */
      readonly reason: 'not-served' | 'forbidden' | 'unavailable';
      /** One sentence for a person. */
      readonly message: string;
    };

/** Reads resources of control planes now and then, where following them would be too much. @public */
export interface ControlPlaneReader {
  /**
   * Every object of a plural of API group `openchoreo.dev`, paged to the end; in the configured namespaces, where there
   * are some.
   */
  list(
    controlPlane: string,
    plural: string,
    options: { readonly signal: AbortSignal },
  ): Promise<ResourceList>;
}
