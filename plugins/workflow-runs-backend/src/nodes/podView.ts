import {
  maskText,
  type NodeContainer,
  type NodePod,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { ContainerStatus, Pod } from './podSchema';

const ORDER: readonly NodeContainer['role'][] = [
  'main',
  'sidecar',
  'init',
  'wait',
];

/** A pod as it is shown: its containers in the order of what people look for. */
export function podView({ metadata, spec, status }: Pod): NodePod {
  const { name, namespace = '', creationTimestamp } = metadata;
  const { reason, message } = problemOf(status);
  const hasMain = spec.containers.some(container => container.name === 'main');
  const containers = [
    ...spec.containers.map(container => {
      const role = roleOf(container.name, hasMain);
      return containerView(container, role, status.containerStatuses);
    }),
    ...spec.initContainers.map(container => {
      const role = container.name === 'init' ? 'init' : 'sidecar';
      return containerView(container, role, status.initContainerStatuses);
    }),
  ];
  return {
    name,
    namespace,
    phase: status.phase,
    nodeName: spec.nodeName,
    podIP: status.podIP,
    createdAt: creationTimestamp,
    reason,
    message: message && maskText(message),
    containers: containers.sort(
      (a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role),
    ),
  };
}

/** In a container set, every container that is not Argo's own is a main one. */
function roleOf(name: string, hasMain: boolean): NodeContainer['role'] {
  if (name === 'wait') {
    return 'wait';
  }
  return name === 'main' || !hasMain ? 'main' : 'sidecar';
}

function containerView(
  { name, image }: { name: string; image?: string },
  role: NodeContainer['role'],
  statuses: readonly ContainerStatus[],
): NodeContainer {
  const status = statuses.find(candidate => candidate.name === name);
  return {
    name,
    role,
    image,
    ...stateView(status?.state),
    restarts: status?.restartCount ?? 0,
  };
}

function stateView(
  state: ContainerStatus['state'],
): Omit<NodeContainer, 'name' | 'role' | 'restarts'> {
  const { waiting, running, terminated } = state ?? {};
  if (terminated) {
    const { message, ...rest } = terminated;
    return {
      state: 'terminated',
      ...rest,
      message: message && maskText(message),
    };
  }
  if (running) {
    return { state: 'running', startedAt: running.startedAt };
  }
  return waiting
    ? {
        state: 'waiting',
        reason: waiting.reason,
        message: waiting.message && maskText(waiting.message),
      }
    : { state: 'unknown' };
}

/** Why a pod is as it is; of one that waits for a machine, what the scheduler says. */
function problemOf({ reason, message, conditions }: Pod['status']) {
  if (reason !== undefined || message !== undefined) {
    return { reason, message };
  }
  const unscheduled = conditions.find(
    ({ type, status }) => type === 'PodScheduled' && status === 'False',
  );
  return { reason: unscheduled?.reason, message: unscheduled?.message };
}
