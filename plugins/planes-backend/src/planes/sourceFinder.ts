import type {
  PlaneRef,
  SourceStatus,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/** Finds which of the sources a plane comes from; quicker over thousands of planes than asking the inventory for each. */
export function sourceFinder(
  sources: readonly SourceStatus[],
): (ref: PlaneRef) => SourceStatus | undefined {
  const byControlPlane = new Map<string, Map<string, SourceStatus[]>>();
  for (const source of sources) {
    const byKind =
      byControlPlane.get(source.controlPlane) ??
      new Map<string, SourceStatus[]>();
    byControlPlane.set(source.controlPlane, byKind);
    byKind.set(source.kind, [...(byKind.get(source.kind) ?? []), source]);
  }
  return ref =>
    byControlPlane
      .get(ref.controlPlane)
      ?.get(ref.kind)
      ?.find(
        ({ namespace }) =>
          namespace === undefined || namespace === ref.namespace,
      );
}
