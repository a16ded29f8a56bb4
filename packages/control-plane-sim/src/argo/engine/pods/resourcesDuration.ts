import { objectAt } from '../../../objects/json';
import { ResourcesDuration } from '../nodes/WorkflowNode';
import { SimulatedContainer } from '../SimulatedPod';
import { parseQuantity } from '../values/quantities';

/** What a container counts for that asks for nothing. */
const DEFAULT_REQUESTS = { cpu: '100m', memory: '100Mi' };
/** How much of a resource makes a second count as one. */
const BASES: Readonly<Record<string, number>> = {
  cpu: 1,
  memory: 100 * 2 ** 20,
  storage: 10 * 2 ** 30,
  'ephemeral-storage': 10 * 2 ** 30,
};

function secondsOf({ current }: SimulatedContainer, now: number): number {
  switch (current.state) {
    case 'running':
      return (now - current.startedAt) / 1_000;
    case 'terminated':
      return (current.finishedAt - current.startedAt) / 1_000;
    default:
      return 0;
  }
}

/** How much of its requests the pod has used, as Argo reckons: each container's part is cut to whole seconds. */
export function resourcesDuration(
  containers: readonly SimulatedContainer[],
  now: number,
): ResourcesDuration {
  const total: Record<string, number> = {};
  for (const container of containers) {
    const requests = {
      ...DEFAULT_REQUESTS,
      ...objectAt(container.resources, 'limits'),
      ...objectAt(container.resources, 'requests'),
    };
    const seconds = secondsOf(container, now);
    for (const [name, quantity] of Object.entries(requests)) {
      const amount = (parseQuantity(quantity) ?? 0) / (BASES[name] ?? 1);
      total[name] = (total[name] ?? 0) + Math.floor(seconds * amount);
    }
  }
  return total;
}
