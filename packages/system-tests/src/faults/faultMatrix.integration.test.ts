import {
  startTestControlPlane,
  type TestControlPlane,
} from '@openchoreo-planes/control-plane-sim';
import { FaultBench } from './__testUtils__/FaultBench';
import { clockIsOff } from './__testUtils__/clockIsOff';
import {
  isAsTold,
  isEqual,
  kindsOf,
  knownMeanwhile,
  type Unread,
} from './__testUtils__/expectations';
import { buildPlane, clusterPlane, dataPlane } from './__testUtils__/manifests';

jest.setTimeout(180_000);

interface Fault {
  readonly fault: string;
  readonly begin: (controlPlane: TestControlPlane) => unknown;
  /** What cannot be read meanwhile, and what the portal says of it; everything else is live. Nothing unless given. */
  readonly unread?: Unread;
  /** All that anybody does about the fault. */
  readonly end?: (controlPlane: TestControlPlane) => unknown;
  /** Whether the control plane is away altogether: then planes come and go right after it is back. */
  readonly away?: boolean;
}

const BOTH = ['ClusterDataPlane', 'DataPlane'];
const only = { plural: 'dataplanes' };
const clear = ({ faults }: TestControlPlane) => faults.clear();

/**
 * What may go wrong between a control plane and the portal. In each row, while it lasts: no plane is lost, not from the API and
 * not from the catalog; what cannot be read is marked with the reason and its age; what can be read is live. And after it,
 * without a restart: everything is live, the catalog shows what the control plane has, and of planes that nobody touched not one
 * change was recorded.
 */
const matrix: readonly Fault[] = [
  {
    fault: 'OpenChoreo is upgraded from v0.17 to v1.2',
    begin: async controlPlane => {
      await controlPlane.installCrds('v1.2.0');
      await controlPlane.removeCrd('buildplanes');
      await controlPlane.removeCrd('clusterbuildplanes');
    },
  },
  {
    fault: 'one kind answers 503',
    begin: ({ faults }) => {
      faults.fail(only, 503);
      faults.dropWatches();
    },
    unread: { plurals: 'dataplanes', state: 'stale', says: /answered 503/ },
    end: clear,
  },
  {
    fault: 'one kind is forbidden',
    begin: ({ faults }) => {
      faults.fail(only, 403);
      faults.dropWatches();
    },
    unread: { plurals: 'dataplanes', state: 'forbidden', says: /not allow/ },
    end: clear,
  },
  {
    fault: 'a proxy answers with a page of its own',
    begin: ({ faults }) => faults.garble(only, 'not-json'),
    unread: { plurals: 'dataplanes', state: 'stale', says: /not JSON/ },
    end: clear,
  },
  {
    fault: 'answers break off in the middle',
    begin: ({ faults }) => faults.garble(only, 'cut'),
    unread: { plurals: 'dataplanes', state: 'stale', says: /aborted|cut/ },
    end: clear,
  },
  {
    fault: 'a connection hangs',
    begin: ({ faults }) => faults.hang(only),
    unread: {
      plurals: 'dataplanes',
      state: 'stale',
      says: /not answer in time/,
    },
    end: clear,
  },
  {
    fault: 'watches end, again and again',
    begin: ({ faults }) => {
      for (let round = 0; round < 20; round++) {
        faults.dropWatches();
      }
    },
  },
  {
    fault: 'the API server is killed and started again',
    begin: controlPlane => controlPlane.killServer(),
    away: true,
    unread: { plurals: 'all', state: 'stale', says: /was cut|hang up/ },
    end: controlPlane => controlPlane.startServer(),
  },
  {
    fault: 'etcd is compacted while watches wait to go on',
    begin: ({ faults }) => {
      faults.fail({ verb: 'watch' }, 503);
      faults.dropWatches();
    },
    unread: { plurals: 'all', state: 'stale', says: /answered 503/ },
    end: async controlPlane => {
      await controlPlane.compact();
      controlPlane.faults.clear();
    },
  },
  {
    fault: 'the API server gets a certificate of another CA',
    begin: controlPlane => controlPlane.replaceCertificate(),
    unread: { plurals: 'all', state: 'stale', says: /not signed by the CA/ },
    end: controlPlane => controlPlane.renewKubeconfig(),
  },
  {
    fault: 'the token is revoked',
    begin: async controlPlane => {
      await controlPlane.revokeToken();
      // An API server lets a watch go on that it has accepted.
      controlPlane.faults.dropWatches();
    },
    unread: { plurals: 'all', state: 'forbidden', says: /our credentials/ },
    end: controlPlane => controlPlane.renewKubeconfig(),
  },
  {
    fault: 'resources are malformed',
    begin: ({ faults }) => {
      faults.inject('dataplanes', { kind: 'DataPlane', spec: 'nonsense' });
      faults.inject('dataplanes', 'not even an object');
    },
    end: clear,
  },
  {
    fault: 'the clock of the control plane is 10 minutes ahead',
    begin: controlPlane => clockIsOff(controlPlane, 600_000),
    end: controlPlane => clockIsOff(controlPlane, 0),
  },
  {
    fault: 'the clock of the control plane is 10 minutes behind',
    begin: controlPlane => clockIsOff(controlPlane, -600_000),
    end: controlPlane => clockIsOff(controlPlane, 0),
  },
  {
    fault: 'planes of several kinds and namespaces have one name',
    begin: async ({ client }) => {
      await client.create(dataPlane('default', 'acme'));
      await client.create(dataPlane('default', 'globex'));
      await client.create(clusterPlane('ClusterDataPlane', 'default'));
      await client.create(clusterPlane('ClusterWorkflowPlane', 'default'));
    },
  },
  {
    fault: '500 planes come in one namespace',
    begin: async ({ client }) => {
      await client.createNamespace('crowd');
      for (let done = 0; done < 500; done += 10) {
        await Promise.all(
          Array.from({ length: 10 }, (_, index) =>
            client.create(dataPlane(`plane-${done + index}`, 'crowd')),
          ),
        );
      }
    },
  },
];

describe('a portal that runs on', () => {
  let controlPlane: TestControlPlane;
  let bench: FaultBench;
  let rows = 0;

  beforeAll(async () => {
    controlPlane = await startTestControlPlane({ releases: ['v0.17.0'] });
    const { client } = controlPlane;
    await client.createNamespace('acme');
    await client.createNamespace('globex');
    await client.create(dataPlane('eu', 'acme', 'Europe'));
    await client.create(dataPlane('us', 'acme'));
    await client.create(buildPlane('old', 'acme'));
    await client.create(clusterPlane('ClusterDataPlane', 'wide'));
    await clockIsOff(controlPlane, 0);
    await comeAndGo();
    await controlPlane.renewKubeconfig();
    bench = await FaultBench.start(controlPlane);
  });

  afterEach(() => controlPlane.faults.clear());

  afterAll(async () => {
    await bench?.stop();
    await controlPlane?.stop();
  });

  /** In each row planes come, and those of the row before go. */
  async function comeAndGo(): Promise<void> {
    const { client } = controlPlane;
    const before = `row-${rows}`;
    rows += 1;
    const name = `row-${rows}`;
    await client.create(dataPlane(name, 'acme', `Row ${rows}`));
    await client.create(clusterPlane('ClusterDataPlane', name));
    await client.delete({ ...only, namespace: 'acme', name: before });
    await client.delete({ plural: 'clusterdataplanes', name: before });
  }

  it.each(matrix)('$fault', async ({ begin, unread, end, away }) => {
    const before = await bench.untilEqual();
    const untouched = before.planes.items
      .filter(({ ref }) => !ref.name.startsWith('row-') && ref.name !== 'old')
      .map(({ uid }) => uid);
    bench.leaveAlone(untouched);
    const recorded = () =>
      Promise.all(untouched.slice(0, 5).map(uid => bench.transitions(uid)));
    const history = await recorded();

    await begin(controlPlane);
    if (!away) {
      await comeAndGo();
      const [going, coming] = [`row-${rows - 1}`, `row-${rows}`];
      const known = knownMeanwhile(unread);
      await bench.until(
        look =>
          look.planes.sources.every(source => isAsTold(source, unread)) &&
          isEqual(kindsOf(look, going), known.going) &&
          isEqual(kindsOf(look, coming), known.coming),
      );
    } else {
      await bench.until(look =>
        look.planes.sources.every(source => isAsTold(source, unread)),
      );
    }

    await end?.(controlPlane);
    if (away) {
      await comeAndGo();
    }
    const after = await bench.untilEqual();
    expect(kindsOf(after, `row-${rows}`)).toEqual(BOTH);
    expect(kindsOf(after, `row-${rows - 1}`)).toEqual([]);
    expect(await recorded()).toEqual(history);
  });
});
