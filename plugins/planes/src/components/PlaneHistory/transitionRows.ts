import { PlaneTransition } from '@openchoreo-planes/backstage-plugin-planes-common';

/** A stretch of time in which a plane was in one state. */
export interface TransitionRow extends PlaneTransition {
  /** When the next state began, ISO 8601; undefined while it lasts. */
  until?: string;
}

/** Tells how long each state lasted. Transitions are newest first, and so are the rows. */
export function transitionRows(
  transitions: readonly PlaneTransition[],
): TransitionRow[] {
  return transitions.map((transition, index) => ({
    ...transition,
    until: transitions[index - 1]?.at,
  }));
}
