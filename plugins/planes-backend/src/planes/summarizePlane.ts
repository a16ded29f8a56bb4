import {
  lastToExpire,
  trustedCertificates,
  type AgentLiveness,
  type Plane,
  planeCategory,
  planeState,
  type PlaneSummary,
  planeTitle,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { PlaneLinks } from './PlaneLinks';

const EXPIRY_SHOWN_MS = 30 * 24 * 60 * 60_000;

/** What a summary is made of, besides the plane. */
export interface SummaryFacts {
  readonly liveness: AgentLiveness | undefined;
  /** The state of the source that the plane was read from. */
  readonly source: PlaneSummary['source'];
  readonly now: Date;
  readonly staleAfterMs: number;
  readonly links: PlaneLinks;
  /** The entity reference of the plane's owner. */
  readonly owner: string;
  readonly findings: () => PlaneSummary['findings'];
}

/** A plane in short, without its history. */
export function summarizePlane(
  plane: Plane,
  facts: SummaryFacts,
): PlaneSummary {
  const { liveness, links, now, owner, source, staleAfterMs } = facts;
  const { agentConnection, ref } = plane;
  const connectedAgents =
    liveness?.connectedAgents ?? agentConnection?.connectedAgents;
  const lastHeartbeat =
    liveness?.lastSeen ?? agentConnection?.lastHeartbeatTime;
  const expiry = lastToExpire(trustedCertificates(plane))?.notAfter;
  const isExpiring =
    expiry !== undefined &&
    Date.parse(expiry) - now.getTime() < EXPIRY_SHOWN_MS;
  return {
    uid: plane.uid,
    ref,
    category: planeCategory(ref.kind),
    planeID: plane.planeID,
    entityRef: links.entityRef(ref),
    title: planeTitle(plane),
    owner,
    state: planeState(plane, now, { staleAfterMs, liveness }),
    ...(connectedAgents !== undefined && { connectedAgents }),
    ...(lastHeartbeat !== undefined && { lastHeartbeat }),
    get findings() {
      return facts.findings();
    },
    ...(isExpiring && { agentCAExpires: expiry }),
    source,
  };
}
