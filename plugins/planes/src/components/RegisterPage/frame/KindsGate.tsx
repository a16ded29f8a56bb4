import {
  KindsResponse,
  planeCreatePermission,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  PermissionNotice,
  useKinds,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { ReactNode } from 'react';
import { EmptyFleet } from '../../FleetPage/EmptyFleet';
import { listRefusal } from '../../Notice';
import { RegistrationFrame, RegistrationFrameProps } from './RegistrationFrame';
import { RegistrationSkeleton } from './RegistrationSkeleton';

export interface KindsGateProps
  extends Pick<RegistrationFrameProps, 'title' | 'breadcrumbs'> {
  /** The form, once it is known what can be registered. */
  children: (kinds: KindsResponse) => JSX.Element;
}

/** Why there is no form yet, or none at all; undefined where there is nothing in its way. */
function useHindrance(): {
  kinds?: KindsResponse;
  hindrance?: ReactNode;
} {
  const served = useKinds();
  const { value } = served;
  const hindrance = listRefusal(served, 'What the control planes serve');
  if (hindrance) {
    return { hindrance };
  }
  if (!value) {
    return { hindrance: <RegistrationSkeleton /> };
  }
  if (!value.mayCreate) {
    return {
      hindrance: (
        <PermissionNotice
          title="You may not register planes"
          permission={planeCreatePermission}
        />
      ),
    };
  }
  return value.controlPlanes.length === 0
    ? { hindrance: <EmptyFleet sources={[]} /> }
    : { kinds: value };
}

/** Shows a form once it is known what the control planes serve, and that the reader may register planes. */
export function KindsGate(props: KindsGateProps) {
  const { children, ...frame } = props;
  const { kinds, hindrance } = useHindrance();
  return kinds ? (
    children(kinds)
  ) : (
    <RegistrationFrame {...frame}>{hindrance}</RegistrationFrame>
  );
}
