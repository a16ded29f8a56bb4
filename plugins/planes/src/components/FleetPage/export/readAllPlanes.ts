import {
  MAX_PLANES_PAGE,
  PlanesQuery,
  PlaneSummary,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { PlanesApi } from '@openchoreo-planes/backstage-plugin-planes-react';

/** Every plane of a list, on all its pages. */
export async function readAllPlanes(
  api: Pick<PlanesApi, 'getPlanes'>,
  query: PlanesQuery,
): Promise<PlaneSummary[]> {
  const planes = new Map<string, PlaneSummary>();
  let cursor: string | undefined;
  do {
    const page = await api.getPlanes({
      ...query,
      limit: MAX_PLANES_PAGE,
      cursor,
    });
    page.items.forEach(plane => planes.set(plane.uid, plane));
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  return [...planes.values()];
}
