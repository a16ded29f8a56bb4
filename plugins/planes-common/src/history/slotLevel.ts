import { RecordedState, SlotLevel } from '../api/historySchema';

const LEVELS: Record<RecordedState, SlotLevel> = {
  connected: 'up',
  stale: 'degraded',
  disconnected: 'down',
  'not-authorised': 'down',
  'never-connected': 'unknown',
  'not-accepted': 'unknown',
  'not-reported': 'unknown',
  deleting: 'unknown',
  'deletion-blocked': 'unknown',
  unobserved: 'unknown',
};

/** How good a recorded state is for a plane's connection. @public */
export function slotLevel(state: RecordedState): SlotLevel {
  return LEVELS[state];
}
