import { planeState } from '@openchoreo-planes/backstage-plugin-planes-common';
import { isSourceKnown } from '@openchoreo-planes/backstage-plugin-planes-node';
import { evidenceOf } from './evidenceOf';
import type { PlaneFacts } from './planeFacts';
import type { Observation } from './types';

/** How long the answer may take whether an agent that has just connected is authorised for the plane. */
const AUTHORISATION_MS = 30_000;

/**
 * What the portal sees of a plane at a moment.
 *
 * @returns undefined while it cannot tell: the plane's source was not read yet, its gateway has not answered yet, or an
 * agent has just connected and may not be authorised
 */
export function observePlane(
  facts: PlaneFacts,
  now: Date,
  staleAfterMs: number,
): Observation | undefined {
  const { plane, source, gateway, liveness } = facts;
  if (!source || !isSourceKnown(source) || gateway.state === 'pending') {
    return undefined;
  }
  const state = planeState(plane, now, { staleAfterMs, liveness });
  const evidence = evidenceOf(state, facts);
  if (
    state.state === 'connected' &&
    evidence?.source === 'gateway' &&
    evidence.authorisedMs === undefined &&
    isWithin(AUTHORISATION_MS, liveness?.since ?? gateway.since, now)
  ) {
    return undefined;
  }
  return {
    planeUid: plane.uid,
    controlPlane: plane.ref.controlPlane,
    state: state.state,
    reason: state.reason,
    atMs: now.getTime(),
    ...(state.since !== undefined && {
      statedSinceMs: Date.parse(state.since),
    }),
    evidence,
  };
}

function isWithin(ms: number, time: string | undefined, now: Date): boolean {
  return time !== undefined && now.getTime() - Date.parse(time) < ms;
}
