import { ServerClock } from './ServerClock';

const NOW = Date.parse('2026-11-25T10:00:00.500Z');
const MINUTES = 60_000;

describe('ServerClock', () => {
  let clock: ServerClock;
  const answer = (aheadMs: number) =>
    clock.observe(new Date(NOW + aheadMs).toUTCString(), NOW);

  beforeEach(() => {
    clock = new ServerClock();
  });

  it.each([0, 59_000, -59_000])('takes %d ms for no difference', aheadMs => {
    answer(aheadMs);
    expect(clock.aheadMs).toBe(0);
  });

  it.each([10 * MINUTES, -10 * MINUTES])(
    'believes the first answer that it is %d ms ahead, to the second, and never less',
    aheadMs => {
      answer(aheadMs);
      expect(clock.aheadMs).toBeGreaterThanOrEqual(aheadMs);
      expect(clock.aheadMs).toBeLessThanOrEqual(aheadMs + 1_000);
      const before = clock.aheadMs;
      answer(aheadMs + 3_000);
      expect(clock.aheadMs).toBe(before);
    },
  );

  it('believes a step when two answers in a row tell of it', () => {
    answer(0);
    answer(10 * MINUTES);
    answer(0);
    answer(10 * MINUTES);
    answer(-10 * MINUTES);
    expect(clock.aheadMs).toBe(0);
    answer(-10 * MINUTES);
    expect(clock.aheadMs).toBeLessThan(-9 * MINUTES);
    answer(0);
    answer(1_000);
    expect(clock.aheadMs).toBe(0);
  });

  it.each([undefined, '', 'yesterday'])('learns nothing from %j', date => {
    answer(10 * MINUTES);
    const before = clock.aheadMs;
    clock.observe(date, NOW);
    clock.observe(date, NOW);
    expect(clock.aheadMs).toBe(before);
  });
});
