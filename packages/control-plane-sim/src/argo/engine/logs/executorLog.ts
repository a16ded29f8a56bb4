import { PodView } from '../pods/describePod';
import { toTimestamp } from '../values/time';
import { line, ScriptLine } from './LogScript';

function entry(view: PodView, message: string, at: number): string {
  return `time=${toTimestamp(at)} level=INFO msg="${message}" namespace_pod=${
    view.pod.init.name
  }`;
}

/** What Argo's own containers write: the one that prepares the pod, and the one that waits for its end. */
export function executorScript(view: PodView, container: string): ScriptLine[] {
  const { initStartedAt, startedAt, containers } = view.pod.init.planned;
  const { node } = view.pod.init;
  if (container === 'init') {
    return [
      line(entry(view, 'Starting Workflow Executor', initStartedAt), 0.1),
      line(entry(view, `Executor initialized: ${node.name}`, initStartedAt)),
      line(entry(view, 'Alloc=8 TotalAlloc=13 Sys=24 NumGC=3', initStartedAt)),
    ];
  }
  const ends = containers.map(
    ({ spec, exitCode, finishedAt }) =>
      [spec.name, exitCode, finishedAt] as const,
  );
  const lastAt = Math.max(...ends.map(([, , finishedAt]) => finishedAt));
  const isEndless = lastAt === Infinity;
  return [
    line(entry(view, 'Starting Workflow Executor', startedAt), 0.1),
    line(entry(view, 'Starting deadline monitor', startedAt), 0.1),
    ...(isEndless
      ? []
      : [
          ...ends.map(([name, exitCode, at]) =>
            line(
              entry(view, `Main container completed ${name} ${exitCode}`, at),
              40 / ends.length,
            ),
          ),
          line(entry(view, 'No output artifacts', lastAt), 0.2),
          line(entry(view, 'Deadline monitor stopped', lastAt), 0.2),
        ]),
  ];
}
