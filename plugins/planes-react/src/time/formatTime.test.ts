import { formatDuration, formatRelativeTime } from './formatTime';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [59_999, '59 s'],
    [MINUTE_MS, '1 min'],
    [HOUR_MS - 1, '59 min'],
    [HOUR_MS, '1 h'],
    [2 * HOUR_MS + 5 * MINUTE_MS, '2 h 5 min'],
    [DAY_MS - 1, '23 h 59 min'],
    [DAY_MS, '1 day'],
    [83 * DAY_MS, '83 days'],
    [729 * DAY_MS, '729 days'],
    [731 * DAY_MS, '2 years'],
    [-5 * MINUTE_MS, '5 min'],
  ])('says %p ms as %p', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});

describe('formatRelativeTime', () => {
  const now = Date.parse('2026-11-20T10:00:00Z');

  it.each([
    [0, 'just now'],
    [4_999, 'just now'],
    [-4_999, 'just now'],
    [-12_000, '12 s ago'],
    [-14 * MINUTE_MS, '14 min ago'],
    [83 * DAY_MS, 'in 83 days'],
  ])('says %p ms from now as %p', (distance, text) => {
    expect(formatRelativeTime(now + distance, now)).toBe(text);
  });
});
