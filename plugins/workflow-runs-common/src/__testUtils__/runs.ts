import type { Run, RunRef, RunTask } from '../model/run';

/** What a test says of a run; everything else is as usual. */
export type RunOptions = Partial<Omit<Run, 'ref'>> &
  Partial<Omit<RunRef, 'kind'>> & { kind?: RunRef['kind'] };

/** A run of ClusterWorkflow `build` in namespace `acme`, created at 10:00 on 2026-11-21. */
export function run({
  controlPlane = 'default',
  kind = 'WorkflowRun',
  namespace = 'acme',
  name = 'run-1',
  ...options
}: RunOptions = {}): Run {
  return {
    ref: { controlPlane, kind, namespace, name },
    uid: `uid-of-${name}`,
    resourceVersion: '1',
    createdAt: '2026-11-21T10:00:00Z',
    phase: 'Pending',
    workflow: { kind: 'ClusterWorkflow', name: 'build' },
    trigger: {},
    source: {},
    conditions: [],
    tasks: [],
    parameters: {},
    ...options,
  };
}

/** A task that ran for some seconds from a second after 10:00. */
export function task(
  name: string,
  start: number,
  seconds: number,
  options: Partial<RunTask> = {},
): RunTask {
  const at = (second: number) =>
    new Date(Date.UTC(2026, 10, 21, 10, 0, second)).toISOString();
  return {
    name,
    phase: 'Succeeded',
    startedAt: at(start),
    completedAt: at(start + seconds),
    ...options,
  };
}
