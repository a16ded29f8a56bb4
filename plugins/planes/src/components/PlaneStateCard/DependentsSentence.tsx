import { PlaneView } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  countOf,
  usePlaneDependents,
} from '@openchoreo-planes/backstage-plugin-planes-react';

/** What a plane in trouble hits, where that is known: "3 environments and 2 workflows depend on this plane." */
export function DependentsSentence(props: { view: PlaneView }) {
  const { plane, observes } = props.view;
  const { value } = usePlaneDependents(plane.uid);
  const counts: [number, string][] = [
    [value?.counts.environments ?? 0, 'environment'],
    [value?.counts.workflows ?? 0, 'workflow'],
    [observes.length, 'observed plane'],
  ];
  const present = counts.filter(([count]) => count > 0);
  if (present.length === 0) {
    return null;
  }
  const names = present.map(([count, noun]) => countOf(count, noun));
  const all = new Intl.ListFormat('en').format(names);
  const single = present.length === 1 && present[0][0] === 1;
  return <> {`${all} ${single ? 'depends' : 'depend'} on this plane.`}</>;
}
