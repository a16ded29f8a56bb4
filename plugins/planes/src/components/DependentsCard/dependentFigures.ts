import {
  PlaneDependents,
  PlaneView,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/** A number that the card shows large, with the words after it. */
export interface DependentFigure {
  count: number;
  words: string;
}

function figure(
  count: number,
  singular: string,
  plural: string,
): DependentFigure {
  return { count, words: count === 1 ? singular : plural };
}

/**
 * What depends on a plane, and what goes down with it, in numbers.
 *
 * @remarks
 * A plane's type says what can depend on it, so a zero there is worth saying; other figures are only shown where they
 * are not zero.
 */
export function dependentFigures(
  view: PlaneView,
  counts: PlaneDependents['counts'] | undefined,
): DependentFigure[] {
  const { planeType } = view.plane;
  const expected = {
    environments: planeType === 'data',
    workflows: planeType === 'workflow',
    observed: planeType === 'observability',
  };
  const figures = [
    counts &&
      (expected.environments || counts.environments > 0) &&
      figure(counts.environments, 'environment', 'environments'),
    counts &&
      (expected.workflows || counts.workflows > 0) &&
      figure(counts.workflows, 'workflow', 'workflows'),
    (expected.observed || view.observes.length > 0) &&
      figure(view.observes.length, 'plane observed', 'planes observed'),
    view.sharedWith.length > 0 &&
      figure(
        view.sharedWith.length,
        'plane shares its agents',
        'planes share its agents',
      ),
    view.colocatedWith.length > 0 &&
      figure(
        view.colocatedWith.length,
        'more plane in its cluster',
        'more planes in its cluster',
      ),
  ];
  return figures.flatMap(known => known || []);
}
