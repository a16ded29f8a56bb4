import { mockServices } from '@backstage/backend-test-utils';
import { TestPlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import type { Knex } from 'knex';
import {
  createTestDatabases,
  openTestDatabase,
} from '../database/__testUtils__/databases';
import { HistoryStore } from '../history';
import { at, dataPlane, START } from '../history/__testUtils__/manifests';
import { HistoryRecorder } from '../history/HistoryRecorder';
import { Inbox } from './__testUtils__/Inbox';
import { immortal, Life } from './__testUtils__/Life';
import { NotificationStore } from './NotificationStore';
import { OccasionFinder } from './OccasionFinder';
import { PlaneNotifier } from './PlaneNotifier';

jest.setTimeout(120_000);

const STALE_AFTER_MS = 300_000;
const logger = mockServices.logger.mock();
const { signal } = new AbortController();

/** What records and notifies in one backend process, for as long as it lives. */
class Replica {
  readonly inventory = new TestPlaneInventory();
  readonly life: Life;
  readonly #recorder: HistoryRecorder;
  readonly #notifier: PlaneNotifier;

  constructor(options: {
    knex: Knex;
    inbox: Inbox;
    clock: () => Date;
    life: Life;
  }) {
    const { knex, inbox, clock, life } = options;
    this.life = life;
    const { inventory } = this;
    const history = life.mortal(new HistoryStore(knex));
    const store = life.mortal(new NotificationStore(knex));
    const staleAfterMs = STALE_AFTER_MS;
    this.#recorder = HistoryRecorder.create({
      inventory,
      store: history,
      logger,
      clock,
      staleAfterMs,
    });
    this.#notifier = new PlaneNotifier({
      inventory,
      store,
      finder: new OccasionFinder({
        inventory,
        history,
        store,
        staleAfterMs,
        agentLostAfterMs: 100_000,
      }),
      notifications: life.mortal(inbox),
      config: { clusterScopedNamespace: 'default', defaultOwner: 'unknown' },
      logger,
      clock,
    });
    this.#recorder.start();
  }

  /** What it does every few seconds; resolves when it is done or dead. */
  async tick(): Promise<void> {
    await Promise.race([
      this.#recorder.tick().then(() => this.#notifier.tick(signal)),
      this.life.died,
    ]);
  }
}

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('two replicas on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  afterAll(async () => {
    await knex.destroy();
  });

  /** A plane is lost, which is told, and comes back, which is told; one replica dies after so many steps. */
  async function tellStory(plane: string, life: Life) {
    let nowMs = START.getTime();
    const inbox = new Inbox();
    const create = (ofReplica: Life) =>
      new Replica({
        knex,
        inbox,
        clock: () => new Date(nowMs),
        life: ofReplica,
      });
    const survivor = create(immortal());
    let replicas = [create(life), survivor];
    const seen = async (
      seconds: readonly number[],
      status: Parameters<typeof dataPlane>[1],
    ) => {
      for (const second of seconds) {
        nowMs = START.getTime() + second * 1000;
        for (const { inventory } of replicas) {
          inventory.listAll([dataPlane(plane, status)]);
        }
        await Promise.all(replicas.map(replica => replica.tick()));
      }
    };
    await seen([0], { connected: at(0) });
    // The last look is after a claim of the one before has run out.
    await seen([60, 161, 230], { disconnected: at(60) });
    // Where one died, another is started in its place.
    replicas = replicas.map(each =>
      each.life.isOver ? create(immortal()) : each,
    );
    await seen([280, 281, 350], { connected: at(280) });
    const transitions = await new HistoryStore(knex).transitionsSince(0, [
      plane,
    ]);
    return {
      inbox,
      recorded: transitions.map(
        ({ state, atMs }) => `${state} ${(atMs - START.getTime()) / 1000}`,
      ),
    };
  }

  it('record and tell everything once, at whichever moment one of them is killed', async () => {
    let steps = 0;
    for (let survived = false; !survived; steps++) {
      const life = new Life(steps);
      const plane = `plane-${steps}`;
      const { inbox, recorded } = await tellStory(plane, life);
      survived = !life.isOver;
      // Sent twice only where it may not have been sent the first time.
      const repetitions = survived ? inbox.repetitions : undefined;
      expect({
        steps,
        recorded,
        told: inbox.told,
        open: inbox.open,
        repetitions,
      }).toEqual({
        steps,
        recorded: ['connected 0', 'disconnected 60', 'connected 280'],
        told: [`${plane} has lost its agent`, `${plane} is connected again`],
        open: [`${plane} is connected again`],
        repetitions: survived ? 0 : undefined,
      });
      await knex('plane_current_states').delete();
      await knex('plane_transitions').delete();
      await knex('plane_notifications').delete();
      await knex('history_recorders').delete();
    }
    // The story has many moments to die in.
    expect(steps).toBeGreaterThan(40);
  });
});
