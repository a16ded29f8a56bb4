import { PlaneStateName } from '@openchoreo-planes/backstage-plugin-planes-common';
import { planeStateInfo } from '../status/planeStateInfo';
import { StatusIcon } from './StatusIcon';

/**
 * Props of {@link PlaneStatusIcon}.
 *
 * @public
 */
export interface PlaneStatusIconProps {
  state: PlaneStateName;
}

/**
 * The icon of a plane's state, in its colour. Decoration: the state has to be said in words beside it.
 *
 * @public
 */
export function PlaneStatusIcon(props: PlaneStatusIconProps) {
  return <StatusIcon status={planeStateInfo(props.state)} />;
}
