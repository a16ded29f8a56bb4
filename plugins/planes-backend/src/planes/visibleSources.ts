import type {
  Plane,
  SourceStatus,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { sourceFinder } from './sourceFinder';

/** The sources with the numbers of planes that the caller may see, so that the rest is not counted out to them. */
export function visibleSources(
  sources: readonly SourceStatus[],
  visible: readonly Plane[],
): SourceStatus[] {
  const find = sourceFinder(sources);
  const counts = new Map<SourceStatus, number>();
  for (const { ref } of visible) {
    const source = find(ref);
    if (source) {
      counts.set(source, (counts.get(source) ?? 0) + 1);
    }
  }
  return sources.map(source => ({
    ...source,
    planes: counts.get(source) ?? 0,
  }));
}
