import type { RecordedTransition } from './types';

/** Each plane's transitions, in the order given. */
export function groupByPlane(
  transitions: readonly RecordedTransition[],
): Map<string, RecordedTransition[]> {
  const groups = new Map<string, RecordedTransition[]>();
  for (const transition of transitions) {
    const group = groups.get(transition.planeUid);
    if (group) {
      group.push(transition);
    } else {
      groups.set(transition.planeUid, [transition]);
    }
  }
  return groups;
}
