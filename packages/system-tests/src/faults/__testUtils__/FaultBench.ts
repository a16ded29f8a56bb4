import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogModulePlanes from '@openchoreo-planes/backstage-plugin-catalog-backend-module-planes';
import planesPlugin from '@openchoreo-planes/backstage-plugin-planes-backend';
import {
  ANNOTATION_PLANE_UID,
  planeHistorySchema,
  type PlanesResponse,
  planesResponseSchema,
  type PlaneTransition,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { impatientServices } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import type {
  KubernetesObject,
  TestControlPlane,
} from '@openchoreo-planes/control-plane-sim';
import request from 'supertest';

const MAX_PAGE = 500;
const PAUSE_MS = 100;
/** How long to wait for the portal on a machine that does much else. */
const PATIENCE_MS = 90_000;

/** What the portal and the control plane say at one moment. */
export interface Look {
  readonly planes: PlanesResponse;
  /** By the uid of the plane. */
  readonly entities: ReadonlyMap<string, Entity>;
}

/** A portal that runs on through all faults: the catalog, the planes backend and what they share. */
export class FaultBench {
  readonly #controlPlane: TestControlPlane;
  readonly #backend: Awaited<ReturnType<typeof startTestBackend>>;
  /** Uids of planes that must be in every answer. */
  #untouched: readonly string[] = [];

  static async start(controlPlane: TestControlPlane): Promise<FaultBench> {
    const backend = await startTestBackend({
      features: [
        import('@backstage/plugin-catalog-backend'),
        catalogModulePlanes,
        planesPlugin,
        ...impatientServices(),
        mockServices.rootConfig.factory({
          data: {
            backend: {
              database: { client: 'better-sqlite3', connection: ':memory:' },
            },
            catalog: {
              stitchingStrategy: { pollingInterval: { milliseconds: 50 } },
            },
            openchoreo: {
              controlPlanes: [
                {
                  name: 'default',
                  kubeconfig: { file: controlPlane.kubeconfigFile },
                },
              ],
            },
          },
        }),
      ],
    });
    return new FaultBench(controlPlane, backend);
  }

  private constructor(
    controlPlane: TestControlPlane,
    backend: Awaited<ReturnType<typeof startTestBackend>>,
  ) {
    this.#controlPlane = controlPlane;
    this.#backend = backend;
  }

  async stop(): Promise<void> {
    await this.#backend.stop();
  }

  /** Planes that nobody touches from now on. Each look at the portal fails where one of them is missing. */
  leaveAlone(uids: readonly string[]): void {
    this.#untouched = uids;
  }

  /** @throws AssertionError where a plane is lost, doubled or not connected any more, or something happened in the future */
  async look(): Promise<Look> {
    const planes = await this.#planes();
    const entities = await this.#entities();
    const shown = new Set(planes.items.map(({ uid }) => uid));
    assert.equal(shown.size, planes.items.length, 'A plane is there twice');
    for (const uid of this.#untouched) {
      assert.ok(shown.has(uid), `Plane ${uid} is lost`);
      assert.ok(entities.has(uid), `The entity of plane ${uid} is lost`);
    }
    const now = Date.parse(planes.asOf);
    for (const { since, plural } of planes.sources) {
      assert.ok(Date.parse(since) <= now, `${plural} is so since the future`);
    }
    for (const { lastHeartbeat, state } of planes.items) {
      if (lastHeartbeat !== undefined) {
        assert.equal(state.state, 'connected');
        assert.ok(Date.parse(lastHeartbeat) <= now, 'A heartbeat to come');
        assert.ok(Date.parse(state.since ?? '') <= now, 'A state to come');
      }
    }
    return { planes, entities };
  }

  /** @throws Error with what the portal says, where it does not come to say what is expected */
  async until(isExpected: (look: Look) => boolean): Promise<Look> {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const look = await this.look();
      if (isExpected(look)) {
        return look;
      }
      if (performance.now() > deadline) {
        throw new Error(`The portal keeps saying: ${summaryOf(look)}`);
      }
      // Looks that follow one another closely leave the catalog little time to work.
      await delay(PAUSE_MS);
    }
  }

  /** Waits until every source is read, and the portal shows what the control plane has, neither more nor less. */
  async untilEqual(): Promise<Look> {
    const read = await this.until(isAllRead);
    const objects = await this.#objects(read);
    const uids = objects.map(uidOf);
    return this.until(
      look =>
        isAllRead(look) &&
        isSame(
          uids,
          look.planes.items.map(({ uid }) => uid),
        ) &&
        isSame(uids, [...look.entities.keys()]) &&
        objects.every(object => isTitled(look.entities, object)),
    );
  }

  /** What the portal recorded of a plane, oldest first. */
  async transitions(uid: string): Promise<PlaneTransition[]> {
    const { body } = await request(this.#backend.server)
      .get(`/api/planes/planes/${uid}/history`)
      .expect(200);
    return planeHistorySchema.parse(body).transitions.reverse();
  }

  async #planes(): Promise<PlanesResponse> {
    const pages: PlanesResponse[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await request(this.#backend.server)
        .get('/api/planes/planes')
        .query({ limit: MAX_PAGE, ...(cursor && { cursor }) })
        .expect(200);
      const page = planesResponseSchema.parse(body);
      pages.push(page);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return { ...pages[0], items: pages.flatMap(({ items }) => items) };
  }

  async #entities(): Promise<Map<string, Entity>> {
    const { body } = await request(this.#backend.server)
      .get('/api/catalog/entities')
      .query({
        filter: `metadata.annotations.${ANNOTATION_PLANE_UID}`,
        fields: 'kind,metadata.name,metadata.title,metadata.annotations',
      })
      .expect(200);
    const found: Entity[] = body;
    const byUid = new Map(
      found.map(entity => [
        entity.metadata.annotations?.[ANNOTATION_PLANE_UID] ?? '',
        entity,
      ]),
    );
    assert.equal(byUid.size, found.length, 'An entity is there twice');
    return byUid;
  }

  async #objects({ planes }: Look): Promise<KubernetesObject[]> {
    const served = planes.sources.filter(({ state }) => state === 'live');
    const lists = await Promise.all(
      served.map(({ plural }) =>
        this.#controlPlane.client.list(plural).catch(error => {
          if (isNotServed(error)) {
            return [];
          }
          throw error;
        }),
      ),
    );
    return lists.flat();
  }
}

/** A kind may be gone from the control plane before the portal has noticed. */
function isNotServed(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 404;
}

function isAllRead({ planes }: Look): boolean {
  return planes.sources.every(
    ({ state }) => state === 'live' || state === 'absent',
  );
}

function summaryOf({ planes, entities }: Look): string {
  const sources = planes.sources.map(({ plural, state, error }) =>
    [plural, state, error].join(' '),
  );
  const names = planes.items
    .slice(0, 20)
    .map(({ ref }) => `${ref.kind} ${ref.name}`);
  return JSON.stringify(
    { sources, names, entities: entities.size },
    undefined,
    2,
  );
}

function uidOf({ metadata }: KubernetesObject): string {
  return metadata.uid ?? '';
}

function isTitled(
  entities: Look['entities'],
  object: KubernetesObject,
): boolean {
  const { annotations, name } = object.metadata;
  const title = entities.get(uidOf(object))?.metadata.title;
  const wanted = annotations?.['openchoreo.dev/display-name'];
  return wanted === undefined
    ? title?.endsWith(name) === true
    : title === wanted;
}

function isSame(wanted: readonly string[], shown: readonly string[]): boolean {
  const uids = new Set(wanted);
  return uids.size === shown.length && shown.every(uid => uids.has(uid));
}
