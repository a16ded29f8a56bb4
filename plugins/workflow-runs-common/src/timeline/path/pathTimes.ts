import type { Bars } from '../bars/bars';
import type { Instants } from '../bars/instants';
import { isRunningDaemon } from '../structure/nodeTraits';
import type { Outline } from '../structure/outline';

/** When each node began, and when others could go on; NaN where it has no bar. */
export type PathTimes = Pick<Bars, 'start' | 'end'>;

/** Others wait for a daemon to be ready, which Argo notes as its end, not for it to be stopped. */
export function pathTimes(
  { graph }: Outline,
  { start, end }: Bars,
  { finished }: Instants,
): PathTimes {
  return {
    start,
    end: end.map((time, number) =>
      isRunningDaemon(graph.nodes[number]) && finished[number] < time
        ? Math.max(finished[number], start[number])
        : time,
    ),
  };
}
