import { TestDatabases } from '@backstage/backend-test-utils';
import { until } from '../__testUtils__/until';
import type { Absence } from './__testUtils__/DatabaseProxy';
import { Fleet } from './__testUtils__/Fleet';
import { Portal } from './__testUtils__/Portal';
import type { ReplicaProcess } from './__testUtils__/ReplicaProcess';

jest.setTimeout(400_000);

const POSTGRES = 'POSTGRES_18';

const databases = TestDatabases.create({
  ids: [POSTGRES],
  disableDocker: true,
});
// Replicas share a database, which SQLite's is not made for.
const describeWithPostgres = databases.supports(POSTGRES)
  ? describe
  : describe.skip;

const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${prefix}-${i}`);
const planes = names('plane', 8);
const later = names('later', 8);

describeWithPostgres(
  'two replicas on one PostgreSQL (skipped without BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING)',
  () => {
    let fleet: Fleet;
    let portal: Portal;

    beforeAll(async () => {
      fleet = await Fleet.start([...planes, ...later]);
      portal = await Portal.create(await databases.init(POSTGRES), fleet);
      for (const name of planes) {
        await fleet.create(name);
      }
    });

    beforeEach(async () => {
      while (portal.replicas.length < 2) {
        await portal.start();
      }
    });

    afterAll(async () => {
      await portal?.stop();
      await fleet?.stop();
    });

    it('know of each plane, each state and each loss once', async () => {
      expect(await portal.settled()).toEqual(portal.expected);
      planes.slice(0, 4).forEach(name => fleet.lose(name));
      await fleet.create(later[0]);
      await fleet.rename(planes[7], 'Renamed');
      await fleet.remove(planes[6]);
      expect(await portal.settled()).toEqual(portal.expected);
      planes.slice(0, 4).forEach(name => fleet.recover(name));
      expect(await portal.settled()).toEqual(portal.expected);
    });

    it('audit what each of them was asked for once', async () => {
      const path = `/api/planes/planes/${fleet.uid(planes[0])}/connection-test`;
      for (const replica of portal.replicas) {
        await replica.request(path, { method: 'POST' });
      }
      const entries = await until(
        () => portal.auditEntries(),
        all => all.length >= 2 * portal.replicas.length,
      );
      const outcomes = entries.map(
        entry => /"status":"(\w+)"/.exec(entry)?.[1],
      );
      expect(outcomes.sort()).toEqual([
        'initiated',
        'initiated',
        'succeeded',
        'succeeded',
      ]);
    });

    /** When a replica is killed: each is a moment of what follows on changes. */
    const moments: [string, (transitionsBefore: number) => Promise<void>][] = [
      ['before anything of it is known', async () => {}],
      [
        'when the first transition is written',
        async before => {
          await until(
            () => portal.database.transitionCount(),
            count => count > before,
          );
        },
      ],
      [
        'when the first owner is told',
        async () => {
          await portal.isTold(planes[0]);
        },
      ],
    ];

    it.each(moments)(
      'lose and double nothing when one is killed %s',
      async (_, moment) => {
        const before = await portal.database.transitionCount();
        const [victim] = portal.replicas;
        const created = later.find(name => fleet.uid(name) === '') ?? '';
        await fleet.create(created);
        await fleet.rename(planes[7], `With ${created}`);
        planes.slice(0, 5).forEach(name => fleet.lose(name));
        await moment(before);
        await victim.kill();
        expect(await portal.settled()).toEqual(portal.expected);
        await portal.start();
        planes.slice(0, 5).forEach(name => fleet.recover(name));
        expect(await portal.settled()).toEqual(portal.expected);
      },
    );

    it('lose and double nothing while each is replaced by a new one', async () => {
      for (const old of portal.replicas) {
        const replacement = await portal.launch();
        fleet.lose(planes[0]);
        await fleet.rename(planes[7], `Replaced at ${Date.now()}`);
        await replacement.ready();
        await old.stop();
        expect(await portal.settled()).toEqual(portal.expected);
        fleet.recover(planes[0]);
        expect(await portal.settled()).toEqual(portal.expected);
      }
    });

    it.each<[Absence]>([['refuses'], ['silent']])(
      'go on by themselves after a time without their database, which %s',
      async absence => {
        const replicas: ReplicaProcess[] = portal.replicas;
        portal.proxy.takeAway(absence);
        fleet.drop(planes[0]);
        fleet.lose(planes[1]);
        const created = later.find(name => fleet.uid(name) === '') ?? '';
        await fleet.create(created);
        await fleet.rename(planes[7], `Renamed, ${absence}`);
        // Pages show the planes as they are all along.
        await portal.everyoneSees(planes[0], 'disconnected');
        await portal.everyoneSees(planes[1], 'disconnected');
        await portal.everyoneSees(created, 'connected');
        fleet.restore(planes[0]);
        await portal.everyoneSees(planes[0], 'connected');
        portal.proxy.giveBack();
        expect(await portal.settled()).toEqual(portal.expected);
        fleet.recover(planes[1]);
        expect(await portal.settled()).toEqual(portal.expected);
        expect(portal.replicas).toEqual(replicas);
      },
    );
  },
);
