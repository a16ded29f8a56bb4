// Wide enough for every Kubernetes name, and nothing that a path or a shell reads in its own way.
const SAFE = /^[A-Za-z0-9][A-Za-z0-9.-]{0,252}$/;

/**
 * What a file with the manifest of a plane is called: `clusterdataplane-edge-02.yaml`.
 *
 * @param plane - what is missing, or no file should be called by, is left out
 * @public
 */
export function manifestFileName(plane: {
  readonly kind?: string;
  readonly name?: string;
}): string {
  const parts = [plane.kind?.toLowerCase(), plane.name].filter(
    part => part !== undefined && SAFE.test(part),
  );
  return `${parts.join('-') || 'plane'}.yaml`;
}
