import { RateLimit } from './RateLimit';
import { TooManyRequestsError } from './TooManyRequestsError';

describe('RateLimit', () => {
  it('gives a key one turn in a while, and says when the next one is', () => {
    let now = Date.parse('2026-11-21T12:00:00Z');
    const limit = new RateLimit({
      intervalMs: 10_000,
      clock: () => new Date(now),
    });
    limit.take('a', 'It was done');
    limit.take('b', 'It was done');
    now += 2_500;
    const tooEarly = () => limit.take('a', 'It was done');
    expect(tooEarly).toThrow(TooManyRequestsError);
    expect(tooEarly).toThrow('It was done just now: try again in 8 s');
    now += 7_500;
    limit.take('a', 'It was done');
    expect(tooEarly).toThrow('try again in 10 s');
  });
});
