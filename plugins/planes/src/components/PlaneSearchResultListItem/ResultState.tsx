import {
  PlaneStatus,
  usePlanes,
} from '@openchoreo-planes/backstage-plugin-planes-react';

const MAX_TITLE = 200;
/** More planes of one title are not looked at. */
const MAX_PLANES = 100;

export interface ResultStateProps {
  /** The reference of the plane's catalog entity. */
  entityRef: string;
  title: string;
}

/**
 * The state of a plane that was found, as soon as it is known.
 *
 * @remarks
 * A search result does not say which resource it is about, so the plane is looked for by its title: a small request,
 * and one for all results of the same title. Without an answer the result is as good as any other.
 */
export function ResultState(props: ResultStateProps) {
  const { entityRef, title } = props;
  const { value } = usePlanes({
    text: title.slice(0, MAX_TITLE),
    limit: MAX_PLANES,
  });
  const plane = value?.items.find(item => item.entityRef === entityRef);
  return plane ? <PlaneStatus state={plane.state.state} /> : null;
}
