import {
  formatDuration,
  formatExactDuration,
  formatRelativeTime,
} from './formatTime';

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

describe('formatExactDuration', () => {
  it.each([
    [-5_000, '0 s'],
    [999, '0 s'],
    [34_900, '34 s'],
    [65_000, '1 m 05 s'],
    [8 * MINUTE_MS + 18_000, '8 m 18 s'],
    [HOUR_MS - 1, '59 m 59 s'],
    [HOUR_MS + 4 * MINUTE_MS, '1 h 04 m'],
    [3 * DAY_MS + 4 * HOUR_MS, '3 d 04 h'],
  ])('says %p ms as %p', (ms, text) => {
    expect(formatExactDuration(ms)).toBe(text);
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
