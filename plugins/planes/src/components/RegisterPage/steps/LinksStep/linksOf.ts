import {
  hasField,
  ServedPlaneKind,
} from '@openchoreo-planes/backstage-plugin-planes-common';

const LINKS = [
  'secretStoreRef',
  'observabilityPlaneRef',
  'observerURL',
  'rcaAgentURL',
  'finOpsAgentURL',
  'imagePullSecretRefs',
] as const;

/** A field of `spec` by which a plane refers to something. */
export type LinkField = (typeof LINKS)[number];

/** The links that planes of a kind have, the gateway aside. */
export function linksOf(served: ServedPlaneKind): LinkField[] {
  return LINKS.filter(field => hasField(served, field));
}

/** Whether planes of a kind have a gateway, in the form since v0.17 or in that before. */
export function hasGateway(served: ServedPlaneKind): boolean {
  return (
    hasField(served, 'gateway.ingress') ||
    hasField(served, 'gateway.publicVirtualHost')
  );
}
