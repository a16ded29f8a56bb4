import type { Observation } from './types';

/** Divides observations into rounds that hold a plane at most once each; a plane's observations keep their order. */
export function rounds(observations: readonly Observation[]): Observation[][] {
  const result: Observation[][] = [];
  const seen = new Map<string, number>();
  for (const observation of observations) {
    const round = seen.get(observation.planeUid) ?? 0;
    seen.set(observation.planeUid, round + 1);
    (result[round] ??= []).push(observation);
  }
  return result;
}
