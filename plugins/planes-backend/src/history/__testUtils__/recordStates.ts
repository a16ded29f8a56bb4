import type { RecordedState } from '@openchoreo-planes/backstage-plugin-planes-common';
import type { HistoryStore } from '../HistoryStore';
import type { RecordedTransition } from '../types';
import { START } from './manifests';

/** Writes a plane's transitions, each with the seconds after {@link START} when it was, and gives them back. */
export async function recordStates(
  store: HistoryStore,
  planeUid: string,
  states: readonly (readonly [RecordedState, number])[],
  removedAtMs?: number,
): Promise<RecordedTransition[]> {
  const [[, first]] = states;
  for (const [i, [state, seconds]] of states.entries()) {
    await store.record([
      {
        planeUid,
        controlPlane: 'default',
        state,
        reason: `It is ${state}.`,
        sinceMs: START.getTime() + seconds * 1000,
        sequence: i + 1,
        recordedSinceMs: START.getTime() + first * 1000,
        ...(i === states.length - 1 ? { removedAtMs } : {}),
      },
    ]);
  }
  return await store.transitionsSince(0, [planeUid]);
}
