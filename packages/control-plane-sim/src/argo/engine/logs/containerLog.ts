import { PodRun } from '../pods/PodRun';
import { SimulatedLogLine, SimulatedLogQuery } from '../SimulatedLog';

/** The lines that a container has written by now. */
export function containerLog(
  _pod: PodRun,
  _query: SimulatedLogQuery,
  _now: number,
): readonly SimulatedLogLine[] {
  return [];
}
