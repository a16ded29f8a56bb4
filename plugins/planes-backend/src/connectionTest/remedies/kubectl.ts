import {
  PLANE_API_GROUP,
  planeKindInfo,
  type PlaneRef,
  type Remedy,
  shellWord,
} from '@openchoreo-planes/backstage-plugin-planes-common';

export { shellWord };

/** A command of a remedy. */
export type RemedyCommand = Remedy['commands'][number];

/** A command for the cluster that OpenChoreo's control plane runs in. */
export function inControlPlane(
  purpose: string,
  command: string,
): RemedyCommand {
  return { purpose: `In the control plane's cluster: ${purpose}`, command };
}

/** A command for the cluster behind the plane. */
export function inPlane(purpose: string, command: string): RemedyCommand {
  return { purpose: `In the plane's cluster: ${purpose}`, command };
}

/** `kubectl`, a verb, the plane's resource, and further words. */
export function kubectlPlane(
  verb: string,
  ref: PlaneRef,
  ...words: readonly string[]
): string {
  const namespace = ref.namespace === undefined ? [] : ['-n', ref.namespace];
  return [
    'kubectl',
    verb,
    `${planeKindInfo(ref.kind).plural}.${PLANE_API_GROUP}`,
    ref.name,
    ...namespace,
    ...words,
  ]
    .map(shellWord)
    .join(' ');
}

/** Changes fields of the plane's resource; `null` removes one. */
export function patchPlane(ref: PlaneRef, spec: object): string {
  const patch = JSON.stringify({ spec });
  return kubectlPlane('patch', ref, '--type', 'merge', '-p', patch);
}
