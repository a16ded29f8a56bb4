import type {
  PlaneKind,
  SourceStatus,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/**
 * Whether a source's planes are known: it was read at least once since the start, or its control plane does not serve them.
 *
 * @public
 */
export function isSourceKnown(source: SourceStatus): boolean {
  return source.lastSyncedAt !== undefined || source.state === 'absent';
}

/**
 * Whether a source has had its first chance: it is known, or the first attempt to read it failed.
 *
 * @public
 */
export function isSourceSettled(source: SourceStatus): boolean {
  return source.state !== 'syncing' || source.error !== undefined;
}

/**
 * Tells for which kinds the absence of a plane proves that there is none: for `createFleet`.
 *
 * @public
 */
export function knownKinds(
  sources: readonly SourceStatus[],
): (controlPlane: string, kind: PlaneKind) => boolean {
  const unknown = new Set(
    sources
      .filter(source => !isSourceKnown(source))
      .map(({ controlPlane, kind }) => `${controlPlane}/${kind}`),
  );
  return (controlPlane, kind) => !unknown.has(`${controlPlane}/${kind}`);
}
