import type { RecordedState } from '@openchoreo-planes/backstage-plugin-planes-common';
import type { LostState } from './occasions';

/** Whether a plane that was connected is so no longer. */
export function isLost(state: RecordedState): state is LostState {
  return state === 'disconnected' || state === 'not-authorised';
}
