import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { PlaneView } from '@openchoreo-planes/backstage-plugin-planes-common';
import { ReactNode } from 'react';
import { CardSkeleton } from '@openchoreo-planes/backstage-plugin-planes-react';
import { useLivePlane } from '../../live/useLivePlane';

export interface PlaneCardProps {
  title: string;
  /** How many lines the card has, roughly, for the time until it is filled. */
  lines: number;
  children: (view: PlaneView) => ReactNode;
}

/**
 * A card about the plane of the entity page.
 *
 * @remarks
 * Shows nothing where the plane cannot be read: the state card says why, once for all of them.
 */
export function PlaneCard(props: PlaneCardProps) {
  const { live } = useLivePlane();
  if (live.status === 'loading') {
    return (
      <EntityInfoCard title={props.title}>
        <CardSkeleton lines={props.lines} />
      </EntityInfoCard>
    );
  }
  if (live.status !== 'ready') {
    return null;
  }
  return (
    <EntityInfoCard title={props.title}>
      {props.children(live.view)}
    </EntityInfoCard>
  );
}
