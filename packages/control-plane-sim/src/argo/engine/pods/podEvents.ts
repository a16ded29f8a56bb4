import { SimulatedEvent } from '../SimulatedEvent';
import { PodView } from './describePod';
import { PodRun } from './PodRun';
import { PodTimeline } from './timeline';

type Happening = Pick<
  SimulatedEvent,
  'at' | 'type' | 'reason' | 'message' | 'component'
> & { readonly container?: string };

function normal(
  at: number,
  reason: string,
  message: string,
  container?: string,
): Happening {
  const component = 'kubelet';
  return { at, type: 'Normal', reason, message, component, container };
}

function warning(
  at: number,
  reason: string,
  message: string,
  container?: string,
): Happening {
  const component = 'kubelet';
  return { at, type: 'Warning', reason, message, component, container };
}

function inSeconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(3)}s`;
}

function scheduling(
  pod: PodRun,
  { createdAt, scheduledAt }: PodTimeline,
  namespace: string,
): Happening[] {
  const { name, hostNode = 'node', behaviour } = pod.init;
  const { unschedulable } = behaviour.sheet;
  const component = 'default-scheduler';
  return [
    ...(unschedulable
      ? [
          {
            ...warning(createdAt, 'FailedScheduling', unschedulable),
            component,
          },
        ]
      : []),
    {
      ...normal(
        scheduledAt,
        'Scheduled',
        `Successfully assigned ${namespace}/${name} to ${hostNode}`,
      ),
      component,
    },
  ];
}

function pulling(pod: PodRun, timeline: PodTimeline): Happening[] {
  const { initFinishedAt, pulledAt, startedAt } = timeline;
  const { template, behaviour } = pod.init;
  const { pullMs } = behaviour;
  const { image } = pod;
  const main = template.containers[0]?.name ?? 'main';
  if (pullMs === undefined) {
    const message = `Container image "${image}" already present on machine`;
    return [normal(startedAt, 'Pulled', message, main)];
  }
  const pull = normal(
    initFinishedAt,
    'Pulling',
    `Pulling image "${image}"`,
    main,
  );
  if (pullMs !== Infinity) {
    const took = inSeconds(pullMs);
    const message = `Successfully pulled image "${image}" in ${took} (${took} including waiting)`;
    return [pull, normal(pulledAt, 'Pulled', message, main)];
  }
  const failure = `Failed to pull image "${image}": rpc error: code = NotFound desc = failed to pull and unpack image "${image}": not found`;
  return [
    pull,
    warning(initFinishedAt, 'Failed', failure, main),
    warning(initFinishedAt, 'BackOff', pod.pullProblem, main),
  ];
}

function started(at: number, container: string): Happening[] {
  return [
    normal(at, 'Created', `Created container: ${container}`, container),
    normal(at, 'Started', `Started container ${container}`, container),
  ];
}

function happenings({ pod, state }: PodView, namespace: string): Happening[] {
  const { timeline } = state;
  return [
    ...scheduling(pod, timeline, namespace),
    ...started(timeline.initStartedAt, 'init'),
    ...pulling(pod, timeline),
    ...started(timeline.startedAt, 'wait'),
    ...timeline.containers.flatMap(({ spec }) =>
      started(timeline.startedAt, spec.name),
    ),
    ...timeline.containers
      .filter(({ exitCode }) => exitCode === 143)
      .map(({ spec, finishedAt }) =>
        normal(
          finishedAt,
          'Killing',
          `Stopping container ${spec.name}`,
          spec.name,
        ),
      ),
  ];
}

/** The Kubernetes Events about a pod after one time and until another. */
export function podEvents(
  view: PodView,
  namespace: string,
  after: number,
  until: number,
): SimulatedEvent[] {
  const end = Math.min(until, view.state.timeline.deletedAt);
  return happenings(view, namespace)
    .filter(({ at }) => at > after && at <= end)
    .map(({ container, ...event }) => ({
      ...event,
      object: {
        kind: 'Pod' as const,
        name: view.pod.init.name,
        ...(container === undefined
          ? {}
          : {
              fieldPath:
                container === 'init'
                  ? `spec.initContainers{${container}}`
                  : `spec.containers{${container}}`,
            }),
      },
    }));
}
