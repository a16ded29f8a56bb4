import { ConfigReader } from '@backstage/config';
import { mockCredentials } from '@backstage/backend-test-utils';
import { readRateLimitConfig } from '../config/readRateLimitConfig';
import { DefaultRequestLimits } from './DefaultRequestLimits';

const read = (rateLimit?: object) =>
  readRateLimitConfig(
    new ConfigReader({ openchoreo: { planes: { rateLimit } } }),
  );

describe('DefaultRequestLimits', () => {
  const jane = mockCredentials.user('user:default/jane');
  const joe = mockCredentials.user('user:default/joe');
  const service = mockCredentials.service('plugin:mcp-actions');

  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-11-25T12:00:00Z') });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('counts each sender and each kind for itself, and lets all in again when the window is over', async () => {
    const limited: string[] = [];
    const limits = new DefaultRequestLimits({
      config: read({
        reads: { limit: 3, window: '10s' },
        actions: { limit: 1, window: '1m' },
      }),
      onLimited: kind => limited.push(kind),
    });
    for (const sender of [jane, jane, jane, joe, service]) {
      await limits.take(sender, 'reads');
    }
    await limits.take(jane, 'actions');
    expect(limited).toEqual([]);

    jest.setSystemTime(Date.now() + 2_500);
    await expect(limits.take(jane, 'reads')).rejects.toMatchObject({
      name: 'TooManyRequestsError',
      statusCode: 429,
      retryAfter: 8,
      message:
        'You have sent more requests to planes than the portal allows (3 in 10 s): try again in 8 s',
    });
    await expect(limits.take(jane, 'actions')).rejects.toMatchObject({
      retryAfter: 58,
    });
    await limits.take(joe, 'reads');
    expect(limited).toEqual(['reads', 'actions']);

    jest.setSystemTime(Date.now() + 7_500);
    await limits.take(jane, 'reads');
  });

  it('lets through what seven open run pages ask, with their logs and events followed', async () => {
    const onLimited = jest.fn();
    const limits = new DefaultRequestLimits({ config: read(), onLimited });
    for (let second = 0; second < 60; second++) {
      for (let request = 0; request < 7 * 4; request++) {
        await limits.take(jane, 'reads');
      }
      jest.setSystemTime(Date.now() + 1_000);
    }
    expect(onLimited).not.toHaveBeenCalled();
  });

  it('limits nothing where it is switched off', async () => {
    const config = read({ enabled: false, reads: { limit: 1 } });
    const limits = new DefaultRequestLimits({ config });
    await limits.take(jane, 'reads');
    await limits.take(jane, 'reads');
    expect(config).toBeUndefined();
  });

  it.each([
    [{ reads: { limit: 0 } }, /'openchoreo.planes.rateLimit.reads.limit' is 0/],
    [
      { actions: { limit: 1.5 } },
      /'openchoreo.planes.rateLimit.actions.limit' is 1.5/,
    ],
    [
      { reads: { window: 'soon' } },
      /'openchoreo.planes.rateLimit.reads.window' is no duration/,
    ],
    [
      { actions: { window: { milliseconds: 5 } } },
      /'openchoreo.planes.rateLimit.actions.window' is 5 ms/,
    ],
  ])('refuses %j with a sentence that names the key', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});
