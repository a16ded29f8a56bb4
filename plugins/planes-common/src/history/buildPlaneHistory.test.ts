import { planeHistorySchema, PlaneTransition } from '../api/historySchema';
import { buildPlaneHistory } from './buildPlaneHistory';

const NOW = new Date('2026-11-21T12:00:00Z');
const MINUTE_MS = 60_000;
const DAY = 24 * 60;

/** States at minutes before now. */
function history(
  ...changes: [minutesAgo: number, state: PlaneTransition['state']][]
): PlaneTransition[] {
  return changes.map(([minutesAgo, state]) => ({
    at: new Date(NOW.getTime() - minutesAgo * MINUTE_MS).toISOString(),
    state,
    reason: `It was ${state}.`,
  }));
}

const comesAndGoes = (times: number, everyMinutes: number) =>
  Array.from({ length: times }, (_, i) => times - i).flatMap(i =>
    history(
      [i * everyMinutes, 'disconnected'],
      [i * everyMinutes - 0.5, 'connected'],
    ),
  );

describe('buildPlaneHistory', () => {
  it.each([
    ['24h', 48, '2026-11-20T12:00:00Z'],
    ['7d', 84, '2026-11-14T12:00:00Z'],
    ['30d', 90, '2026-10-22T12:00:00Z'],
  ] as const)('divides %s into %d slots', (window, slots, from) => {
    const built = buildPlaneHistory([], window, NOW);
    expect(built).toEqual({
      window,
      from,
      to: '2026-11-21T12:00:00Z',
      slots: new Array(slots).fill('unknown'),
      losses: 0,
      flaps: 0,
      uptimes: {},
      flapping: false,
      transitions: [],
    });
  });

  it('has the uptime of every window, and the transitions of its own', () => {
    const transitions = history(
      [40 * DAY, 'connected'],
      [10 * DAY, 'disconnected'],
      [7 * DAY, 'connected'],
      [18 * 60, 'disconnected'],
      [12 * 60, 'connected'],
    );
    const recordedSince = transitions[0].at;
    const built = buildPlaneHistory(transitions, '24h', NOW, recordedSince);
    expect(built.uptimes).toEqual({
      '24h': expect.closeTo(0.75, 10),
      '7d': expect.closeTo(1 - 0.25 / 7, 10),
      '30d': expect.closeTo(1 - 3.25 / 30, 10),
    });
    expect(built.uptime).toBe(built.uptimes['24h']);
    expect(built.losses).toBe(1);
    expect(built.recordedSince).toBe(recordedSince);
    expect(built.transitions).toEqual([transitions[4], transitions[3]]);
    expect(buildPlaneHistory(transitions, '30d', NOW).transitions).toHaveLength(
      4,
    );
    expect(planeHistorySchema.parse(JSON.parse(JSON.stringify(built)))).toEqual(
      built,
    );
  });

  it.each([
    ['three losses within the hour', comesAndGoes(3, 10), true],
    ['two losses within the hour', comesAndGoes(2, 10), false],
    ['three losses over two hours', comesAndGoes(3, 40), false],
  ])('tells whether it flaps by %s', (_name, changes, expected) => {
    const transitions = [...history([DAY, 'connected']), ...changes];
    expect(buildPlaneHistory(transitions, '7d', NOW).flapping).toBe(expected);
  });

  it('keeps the last 200 transitions, newest first', () => {
    const changes = comesAndGoes(150, 5);
    const { transitions, losses, flaps } = buildPlaneHistory(
      [...history([DAY, 'connected']), ...changes].reverse(),
      '7d',
      NOW,
    );
    expect(transitions).toEqual(changes.slice(-200).reverse());
    expect([losses, flaps]).toEqual([150, 150]);
  });
});
