import { Condition } from '../planeResource';
import { toKubernetesTime } from '../timing';

export function findCondition(
  conditions: readonly Condition[] | undefined,
  type: string,
): Condition | undefined {
  return conditions?.find(condition => condition.type === type);
}

/**
 * Sets a condition in place of the one of the same type. The time of the last transition moves
 * only where the status changes; returns undefined where nothing does.
 */
export function setCondition(
  conditions: readonly Condition[],
  condition: Omit<Condition, 'lastTransitionTime'>,
  now: number,
): readonly Condition[] | undefined {
  const previous = findCondition(conditions, condition.type);
  if (
    previous?.status === condition.status &&
    previous.reason === condition.reason &&
    previous.message === condition.message &&
    previous.observedGeneration === condition.observedGeneration
  ) {
    return undefined;
  }
  const next: Condition = {
    ...condition,
    lastTransitionTime:
      previous?.status === condition.status
        ? previous.lastTransitionTime
        : toKubernetesTime(now),
  };
  return previous
    ? conditions.map(each => (each === previous ? next : each))
    : [...conditions, next];
}
