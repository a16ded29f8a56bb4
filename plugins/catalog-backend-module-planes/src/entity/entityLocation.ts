import {
  type PlaneRef,
  planeKindInfo,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/** Where a plane's entity comes from, as a location annotation: `openchoreo:default/dataplanes/acme/eu-west`. */
export function entityLocation(ref: PlaneRef): string {
  const { plural } = planeKindInfo(ref.kind);
  return `openchoreo:${[
    ref.controlPlane,
    plural,
    ...(ref.namespace ? [ref.namespace] : []),
    ref.name,
  ].join('/')}`;
}
