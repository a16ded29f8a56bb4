import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import {
  type Plane,
  planeEntityRef,
  planeTitle,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  describeDuration,
  planeOwner,
  type PlanesConfig,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import type { ExpiryThreshold, Occasion } from './occasions';

type Payload = NotificationSendOptions['payload'];

const EXPIRY_SEVERITY: Record<`${ExpiryThreshold}`, Payload['severity']> = {
  30: 'normal',
  7: 'high',
  1: 'critical',
  expired: 'critical',
};

/** What the owner of a plane is told, with a link to the plane's page. */
export function toNotification(
  occasion: Occasion,
  plane: Plane,
  config: Pick<PlanesConfig, 'clusterScopedNamespace' | 'defaultOwner'>,
): NotificationSendOptions {
  const { kind, namespace, name } = parseEntityRef(
    planeEntityRef(plane.ref, config.clusterScopedNamespace),
  );
  return {
    recipients: {
      type: 'entity',
      entityRef: ownerRef(planeOwner(plane, config.defaultOwner)),
    },
    payload: {
      ...content(occasion, planeTitle(plane)),
      topic: `plane-${occasion.topic}`,
      link: `/catalog/${namespace}/${kind}/${name}`,
    },
  };
}

function content(
  occasion: Occasion,
  title: string,
): Pick<Payload, 'title' | 'description' | 'severity' | 'scope'> {
  // The news that an agent is back takes the place of the news that it was lost.
  const scope = `${occasion.planeUid}/agent`;
  switch (occasion.topic) {
    case 'agent-lost':
      return {
        title:
          occasion.state === 'disconnected'
            ? `${title} has lost its agent`
            : `The agent of ${title} is not authorised any more`,
        description: `Since ${minute(occasion.sinceMs)}. ${occasion.reason}`,
        severity: 'critical',
        scope,
      };
    case 'agent-back':
      return {
        title: `${title} is connected again`,
        description: `Its agent was lost for ${describeDuration(
          occasion.lostForMs,
        )}.`,
        severity: 'normal',
        scope,
      };
    default:
      return {
        ...expiry(occasion, title),
        severity: EXPIRY_SEVERITY[occasion.threshold],
        scope: `${occasion.planeUid}/agent-ca`,
      };
  }
}

function expiry(
  { threshold, certificate }: Extract<Occasion, { topic: 'agent-ca' }>,
  title: string,
): Pick<Payload, 'title' | 'description'> {
  const { subject, notAfter } = certificate;
  const remedy =
    "Put the CA's new certificate beside the old one in spec.clusterAgent.clientCA, renew the agents' certificates, then remove the old one.";
  if (threshold === 'expired') {
    return {
      title: `The agent CA of ${title} has expired`,
      description: `"${subject}" expired on ${day(
        notAfter,
      )}: agents are refused when they connect. ${remedy}`,
    };
  }
  const within = threshold === 1 ? '1 day' : `${threshold} days`;
  return {
    title: `The agent CA of ${title} expires within ${within}`,
    description: `"${subject}" expires on ${day(
      notAfter,
    )}; from then on agents are refused when they connect. ${remedy}`,
  };
}

/** A full reference; an owner without kind is a group, as everywhere in the catalog. */
function ownerRef(owner: string): string {
  return stringifyEntityRef(
    parseEntityRef(owner, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    }),
  );
}

function day(time: string): string {
  return time.slice(0, 10);
}

function minute(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
