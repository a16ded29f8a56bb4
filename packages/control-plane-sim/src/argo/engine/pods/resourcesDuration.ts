import { JsonObject, objectAt } from '../../../objects/json';
import { ResourcesDuration } from '../nodes/WorkflowNode';
import { parseQuantity } from '../values/quantities';
import { ContainerSpan } from './containers';

/** What a container counts for that asks for nothing. */
const DEFAULT_REQUESTS = { cpu: '100m', memory: '100Mi' };
/** How much of a resource makes a second count as one. */
const BASES: Readonly<Record<string, number>> = {
  cpu: 1,
  memory: 100 * 2 ** 20,
  storage: 10 * 2 ** 30,
  'ephemeral-storage': 10 * 2 ** 30,
};

type Rates = readonly (readonly [string, number])[];

const knownRates = new WeakMap<JsonObject, Rates>();

/** What a second counts for, by resource. */
function ratesOf(resources: JsonObject): Rates {
  const known = knownRates.get(resources);
  if (known) {
    return known;
  }
  const rates = Object.entries({
    ...DEFAULT_REQUESTS,
    ...objectAt(resources, 'limits'),
    ...objectAt(resources, 'requests'),
  }).map(
    ([name, quantity]) =>
      [name, (parseQuantity(quantity) ?? 0) / (BASES[name] ?? 1)] as const,
  );
  knownRates.set(resources, rates);
  return rates;
}

/** How much of its requests a pod has used by now, as Argo reckons: each container's part is cut to whole seconds. */
export function resourcesDuration(
  containers: readonly ContainerSpan[],
  now: number,
): ResourcesDuration {
  const total: Record<string, number> = {};
  for (const { startedAt, finishedAt, spec } of containers) {
    const seconds = Math.max(0, Math.min(now, finishedAt) - startedAt) / 1_000;
    for (const [name, rate] of ratesOf(spec.resources)) {
      total[name] = (total[name] ?? 0) + Math.floor(seconds * rate);
    }
  }
  return total;
}
