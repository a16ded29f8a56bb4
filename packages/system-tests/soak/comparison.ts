import { setTimeout as delay } from 'node:timers/promises';
import {
  ANNOTATION_PLANE_UID,
  PLANE_KINDS,
  type PlanesResponse,
  planesResponseSchema,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  type RunsResponse,
  runsResponseSchema,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { z } from 'zod';
import type { ControlPlane } from './ControlPlane';
import type { Portal } from './Portal';

const PAGE = 200;
const PATIENCE_MS = 180_000;
const POLL_MS = 500;

const entitiesSchema = z.array(
  z.object({
    metadata: z.object({ annotations: z.record(z.string(), z.string()) }),
  }),
);

interface Page {
  readonly items: readonly { readonly uid: string }[];
  readonly pageInfo: { readonly nextCursor?: string };
  readonly sources: readonly {
    readonly controlPlane: string;
    readonly plural: string;
    readonly state: string;
    readonly since: string;
    readonly error?: string;
  }[];
}

/** Every item of a list that comes in pages, and the states of its sources. */
async function readPages<T extends Page>(
  portal: Portal,
  path: string,
  schema: z.ZodType<T>,
): Promise<T[]> {
  const pages: T[] = [];
  let cursor = '';
  do {
    const query = `limit=${PAGE}${cursor && `&cursor=${cursor}`}`;
    const page = schema.parse(await portal.read(`${path}?${query}`));
    pages.push(page);
    cursor = encodeURIComponent(page.pageInfo.nextCursor ?? '');
  } while (cursor);
  return pages;
}

/** The planes of the portal. */
export async function readPlanes(portal: Portal): Promise<PlanesResponse[]> {
  return readPages(portal, '/api/planes/planes', planesResponseSchema);
}

/** What the portal says of the sources that it cannot read. */
function unreadOf([page]: readonly Page[]): string[] {
  return page.sources
    .filter(({ state }) => state !== 'live' && state !== 'absent')
    .map(({ controlPlane, plural, state, since, error = '' }) =>
      [controlPlane, plural, state, 'since', since, error].join(' '),
    );
}

/** The runs of the portal. */
export async function readRuns(portal: Portal): Promise<RunsResponse[]> {
  return readPages(portal, '/api/workflow-runs/runs', runsResponseSchema);
}

async function uidsInPortal(portal: Portal) {
  const planes = await readPlanes(portal);
  const runs = await readRuns(portal);
  const entities = entitiesSchema.parse(
    await portal.read(
      `/api/catalog/entities?filter=metadata.annotations.${ANNOTATION_PLANE_UID}&fields=metadata.annotations`,
    ),
  );
  return {
    unread: [...unreadOf(planes), ...unreadOf(runs)],
    planes: planes.flatMap(({ items }) => items.map(({ uid }) => uid)),
    runs: runs.flatMap(({ items }) => items.map(({ uid }) => uid)),
    entities: entities.map(
      ({ metadata }) => metadata.annotations[ANNOTATION_PLANE_UID],
    ),
  };
}

async function uidsInControlPlanes(
  controlPlanes: readonly ControlPlane[],
  plurals: readonly string[],
): Promise<string[]> {
  const lists = await Promise.all(
    controlPlanes.flatMap(({ client }) =>
      plurals.map(plural => client.list(plural).catch(() => [])),
    ),
  );
  return lists.flat().map(({ metadata }) => metadata.uid ?? '');
}

function difference(
  what: string,
  shown: readonly string[],
  wanted: readonly string[],
): string[] {
  const lost = wanted.filter(uid => !shown.includes(uid)).length;
  const extra = shown.filter(uid => !wanted.includes(uid)).length;
  const doubled = shown.length - new Set(shown).size;
  return lost + extra + doubled > 0
    ? [`${what}: ${lost} lost, ${extra} too many, ${doubled} doubled`]
    : [];
}

/**
 * Waits until the portal shows what the control planes have.
 *
 * @returns what still differs after three minutes; nothing where all is equal
 */
export async function untilEqual(
  portal: Portal,
  controlPlanes: readonly ControlPlane[],
): Promise<string[]> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const shown = await uidsInPortal(portal);
    const planes = await uidsInControlPlanes(
      controlPlanes,
      PLANE_KINDS.map(({ plural }) => plural),
    );
    const runs = await uidsInControlPlanes(controlPlanes, [
      'workflowruns',
      'componentworkflowruns',
      'builds',
    ]);
    const differences = [
      ...shown.unread,
      ...difference('planes', shown.planes, planes),
      ...difference('entities', shown.entities, planes),
      ...difference('runs', shown.runs, runs),
    ];
    if (differences.length === 0 || performance.now() > deadline) {
      return differences;
    }
    await delay(POLL_MS);
  }
}
