import type { RecordedState } from '@openchoreo-planes/backstage-plugin-planes-common';
import type { RecordedTransition } from '../history';
import { isLost } from './isLost';
import type { Occasion } from './occasions';

const WAS_CONNECTED: ReadonlySet<RecordedState> = new Set([
  'connected',
  'stale',
]);

/** What is known of one plane's agent. */
export interface AgentFacts {
  readonly planeUid: string;
  /** What this replica sees now; undefined while it cannot tell. */
  readonly seen: RecordedState | undefined;
  /** What is recorded, oldest first: of the last day, and the one before. */
  readonly transitions: readonly RecordedTransition[];
  /** The key of a loss that was notified, while its end was not; only where the agent is back. */
  readonly openLoss: string | undefined;
}

/**
 * What a plane's owner is to be told about its agent.
 *
 * @remarks
 * A loss is one that the portal saw: a plane that was already down when the recording began, or that never connected, is
 * none. Times that nobody watched belong to the loss around them. What this replica sees and what is recorded must
 * agree, since either may be behind the other for a moment.
 */
export function agentOccasion(
  facts: AgentFacts,
  now: Date,
  agentLostAfterMs: number,
): Occasion | undefined {
  const { planeUid, seen, transitions, openLoss } = facts;
  const last = transitions.at(-1);
  if (!last || last.state !== seen) {
    return undefined;
  }
  if (openLoss !== undefined) {
    return seen === 'connected'
      ? {
          planeUid,
          topic: 'agent-back',
          key: openLoss,
          lostForMs: last.atMs - Date.parse(openLoss),
        }
      : undefined;
  }
  const { state, reason } = last;
  const sinceMs = lossSince(transitions);
  if (
    !isLost(state) ||
    sinceMs === undefined ||
    now.getTime() - sinceMs < agentLostAfterMs
  ) {
    return undefined;
  }
  const key = new Date(sinceMs).toISOString();
  return { planeUid, topic: 'agent-lost', key, state, reason, sinceMs };
}

/** When the loss began that the last transition is part of. */
function lossSince(
  transitions: readonly RecordedTransition[],
): number | undefined {
  let sinceMs: number | undefined;
  for (const { state, atMs } of transitions.toReversed()) {
    if (isLost(state)) {
      sinceMs = atMs;
    } else if (state !== 'unobserved') {
      return WAS_CONNECTED.has(state) ? sinceMs : undefined;
    }
  }
  return undefined;
}
