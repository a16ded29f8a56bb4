import { PlaneStateName } from '@openchoreo-planes/backstage-plugin-planes-common';
import { planeStateInfo } from '../status/planeStateInfo';
import { StatusChip } from './StatusChip';

/**
 * Props of {@link PlaneStatus}.
 *
 * @public
 */
export interface PlaneStatusProps {
  state: PlaneStateName;
}

/**
 * The state of a plane as icon, word and colour.
 *
 * @public
 */
export function PlaneStatus(props: PlaneStatusProps) {
  return <StatusChip status={planeStateInfo(props.state)} />;
}
