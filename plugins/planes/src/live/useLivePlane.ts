import { useEntity } from '@backstage/plugin-catalog-react';
import { usePlane } from '@openchoreo-planes/backstage-plugin-planes-react';
import { LivePlane, readLivePlane } from './readLivePlane';

/** The plane of the entity that the page is about. */
export function useLivePlane(): { live: LivePlane; retry: () => void } {
  const { entity } = useEntity();
  const polled = usePlane(entity);
  return { live: readLivePlane(polled), retry: polled.retry };
}
