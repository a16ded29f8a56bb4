import {
  type PlaneTransition,
  recordedStateSchema,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { z } from 'zod';
import type { CurrentState, RecordedTransition } from './types';

// A later release, since rolled back, may have recorded a state that this one does not know.
const state = recordedStateSchema.catch('unobserved');
// PostgreSQL answers 64-bit integers as text.
const integer = z.coerce.number().int();

/** A row of `plane_transitions`. */
export const transitionRowSchema = z
  .object({
    plane_uid: z.string(),
    sequence: integer,
    at_ms: integer,
    state,
    reason: z.string(),
  })
  .transform(
    (row): RecordedTransition => ({
      planeUid: row.plane_uid,
      sequence: row.sequence,
      atMs: row.at_ms,
      state: row.state,
      reason: row.reason,
    }),
  );

/** A row of `plane_current_states`. */
export const currentStateRowSchema = z
  .object({
    plane_uid: z.string(),
    control_plane: z.string(),
    state,
    reason: z.string(),
    since_ms: integer,
    sequence: integer,
    recorded_since_ms: integer,
    removed_at_ms: integer.nullable(),
  })
  .transform(
    (row): CurrentState => ({
      planeUid: row.plane_uid,
      controlPlane: row.control_plane,
      state: row.state,
      reason: row.reason,
      sinceMs: row.since_ms,
      sequence: row.sequence,
      recordedSinceMs: row.recorded_since_ms,
      ...(row.removed_at_ms === null ? {} : { removedAtMs: row.removed_at_ms }),
    }),
  );

/** The row of `plane_current_states` for a state. */
export function toCurrentStateRow(current: CurrentState) {
  return {
    plane_uid: current.planeUid,
    control_plane: current.controlPlane,
    state: current.state,
    reason: current.reason,
    since_ms: current.sinceMs,
    sequence: current.sequence,
    recorded_since_ms: current.recordedSinceMs,
    removed_at_ms: current.removedAtMs ?? null,
  };
}

/** The row of `plane_transitions` for the transition that led to a state. */
export function toTransitionRow(current: CurrentState) {
  const { planeUid, sequence, sinceMs, state: to, reason } = current;
  return { plane_uid: planeUid, sequence, at_ms: sinceMs, state: to, reason };
}

/** The transition that led to a current state. */
export function lastTransition(current: CurrentState): RecordedTransition {
  const { planeUid, sequence, sinceMs: atMs, state: to, reason } = current;
  return { planeUid, sequence, atMs, state: to, reason };
}

/** A transition as the API and the figures of planes-common take it. */
export function toPlaneTransition(
  transition: RecordedTransition,
): PlaneTransition {
  const { atMs, state: to, reason } = transition;
  return { at: new Date(atMs).toISOString(), state: to, reason };
}
