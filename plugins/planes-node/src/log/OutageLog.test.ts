import { mockServices } from '@backstage/backend-test-utils';
import { OutageLog } from './OutageLog';

const MINUTE_MS = 60_000;

describe('OutageLog', () => {
  const logger = mockServices.logger.mock();
  let now = 0;
  let log: OutageLog;
  const lines = () =>
    [...logger.warn.mock.calls, ...logger.info.mock.calls].map(
      ([text]) => text,
    );

  beforeEach(() => {
    logger.warn.mockClear();
    logger.info.mockClear();
    log = new OutageLog({
      logger,
      task: 'read the book',
      clock: () => new Date(now),
    });
  });

  it('tells once that something broke, a reminder every ten minutes, and once for how long it lasted', () => {
    for (let second = 0; second < 35 * 60; second += 5) {
      log.failed('It is shut');
      now += 5_000;
    }
    log.worked();
    log.worked();
    expect(lines()).toEqual([
      'Cannot read the book: It is shut',
      'Still cannot read the book, for 10 minutes: It is shut',
      'Still cannot read the book, for 20 minutes: It is shut',
      'Still cannot read the book, for 30 minutes: It is shut',
      'Can read the book again, after 35 minutes',
    ]);
  });

  it('tells another reason at once, and none twice', () => {
    for (let round = 0; round < 20; round++) {
      log.failed('It is shut', { reason: 'shut' });
      log.failed('It is locked', { reason: 'locked' });
      now += 1_000;
    }
    expect(lines()).toEqual([
      'Cannot read the book: It is shut',
      'Cannot read the book: It is locked',
    ]);
  });

  it('tells what several parts have in common once, and the end when all work', () => {
    const pages = ['1', '2', '3'];
    pages.forEach(part => log.failed('It is shut', { part }));
    now += 3 * MINUTE_MS;
    log.worked('1');
    log.worked('2');
    expect(lines()).toEqual(['Cannot read the book: It is shut']);
    log.worked('3');
    expect(lines()).toHaveLength(2);
  });

  it('is not filled by what comes and goes', () => {
    for (let second = 0; second < 60 * 60; second += 20) {
      log.failed('It is shut');
      now += 10_000;
      log.worked();
      now += 10_000;
    }
    // Two for each ten minutes of the hour.
    expect(lines().length).toBeLessThanOrEqual(12);
  });

  it('tells a relapse that lasts a minute', () => {
    log.failed('It is shut');
    log.worked();
    now += MINUTE_MS;
    for (let second = 0; second <= 60; second += 5) {
      log.failed('It is shut');
      now += 5_000;
    }
    log.worked();
    expect(lines()).toEqual([
      'Cannot read the book: It is shut',
      'Cannot read the book: It is shut',
      'Can read the book again, after 0 seconds',
      'Can read the book again, after 65 seconds',
    ]);
  });

  it('logs an error with its stack', () => {
    const error = new Error('disk full');
    log.failed(error);
    expect(logger.warn.mock.calls).toEqual([
      ['Cannot read the book; trying again until it works', error],
    ]);
  });
});
