import type {
  Finding,
  Plane,
  Remedy,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { inControlPlane, kubectlPlane, patchPlane } from './kubectl';

/** What to do about a finding, for which there is no better command than to change its field. */
export function fixFinding(plane: Plane, finding: Finding): Remedy {
  const { ref, planeID } = plane;
  const { code, field, remedy } = finding;
  const command =
    code === 'plane-id-missing'
      ? inControlPlane('set the planeID', patchPlane(ref, { planeID }))
      : inControlPlane('change the plane', kubectlPlane('edit', ref));
  return {
    text: remedy ?? 'Change the field.',
    ...(field !== undefined && { field }),
    commands: [command],
  };
}
