import { mockServices } from '@backstage/backend-test-utils';
import { KubernetesApiError } from '../kube';
import { TestTime } from '../liveness/__testUtils__/TestTime';
import { ControlPlaneMetrics } from '../metrics';
import { TestMetrics } from '../testUtils/TestMetrics';
import { ScriptedApi } from './__testUtils__/ScriptedApi';
import { DefaultResourceFollower } from './DefaultResourceFollower';

const HOUR_MS = 60 * 60_000;
const KINDS = ['Apple', 'Pear', 'Plum'].map(kind => ({
  kind,
  plural: `${kind.toLowerCase()}s`,
  scope: 'Cluster' as const,
}));

const refused = () =>
  Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });

describe('a control plane that fails for hours', () => {
  const ends: (() => Promise<void>)[] = [];

  afterEach(async () => {
    for (const end of ends.splice(0)) {
      await end();
    }
  });

  async function follow() {
    const time = new TestTime();
    const api = new ScriptedApi(KINDS.map(({ plural }) => plural));
    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    const metrics = new TestMetrics();
    const follower = new DefaultResourceFollower(
      {
        name: 'fruit',
        kinds: KINDS,
        read: () => ({ ok: false, error: {} }),
        isSame: () => true,
      },
      {
        controlPlanes: [{ config: { name: 'default' }, api }],
        logger,
        clock: time.clock,
        metrics: ControlPlaneMetrics.create(metrics),
        listWatchOptions: { runtime: time },
      },
    );
    ends.push(() => follower.stop());
    follower.start();
    await time.pass(1_000);
    logger.info.mockClear();
    const lines = () => ({
      warnings: logger.warn.mock.calls.map(([text]) => text),
      infos: logger.info.mock.calls.map(([text]) => text),
    });
    return { api, follower, lines, metrics, time };
  }

  it('tells it once for all its resources, reminds of it, and tells when it is over', async () => {
    const { api, follower, lines, metrics, time } = await follow();
    api.fault = refused;
    api.breakWatches();
    await time.pass(6 * HOUR_MS);
    expect(
      new Set(follower.snapshot().sources.map(({ state }) => state)),
    ).toEqual(new Set(['stale']));

    const { warnings } = lines();
    expect(warnings[0]).toBe(
      "Cannot read the fruit of control plane 'default': The API server refuses connections; what is known is kept",
    );
    expect(warnings[1]).toMatch(
      /^Still cannot read the fruit .* for 10 minutes: /,
    );
    // One in ten minutes at most.
    expect(warnings.length).toBeGreaterThan(30);
    expect(warnings.length).toBeLessThanOrEqual(36);
    expect(lines().infos).toEqual([]);

    const ages = await metrics.observe('openchoreo.source.age');
    expect(ages.map(({ attributes }) => attributes.resource)).toEqual([
      'apples',
      'pears',
      'plums',
    ]);
    for (const { value } of ages) {
      expect(value).toBeGreaterThanOrEqual((6 * HOUR_MS) / 1000);
    }
    expect(
      metrics.sum('openchoreo.watch.restarts', {
        resource: 'plums',
        reason: 'unreachable',
      }),
    ).toBeGreaterThan(1_000);

    api.fault = undefined;
    await time.pass(60_000);
    expect(lines().infos).toEqual([
      "Can read the fruit of control plane 'default' again, after 6 hours",
    ]);
    for (const { value } of await metrics.observe('openchoreo.source.age')) {
      expect(value).toBeLessThanOrEqual(60);
    }
  });

  it('tells of each right that is missing', async () => {
    const { api, lines, time } = await follow();
    api.fault = path => {
      const plural = /(apples|plums)/.exec(path)?.[0];
      return plural
        ? new KubernetesApiError(403, 'Forbidden', `cannot list ${plural}`)
        : undefined;
    };
    api.breakWatches();
    await time.pass(9 * 60_000);
    expect([...lines().warnings].sort()).toEqual(
      ['apples', 'plums'].map(
        plural =>
          `Cannot read the fruit of control plane 'default': The API server does not allow it (403): cannot list ${plural}; what is known is kept`,
      ),
    );
  });

  it('does not fill the log with watches that break and come back', async () => {
    const { api, lines, metrics, time } = await follow();
    for (let minute = 0; minute < 60; minute++) {
      api.fault = refused;
      api.breakWatches();
      await time.pass(5_000);
      api.fault = undefined;
      await time.pass(55_000);
    }
    const { warnings, infos } = lines();
    expect(warnings.length).toBeLessThanOrEqual(6);
    expect(infos.length).toBe(warnings.length);
    expect(metrics.series('openchoreo.watch.restarts')).toHaveLength(3);
  });
});
