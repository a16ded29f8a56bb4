import fc from 'fast-check';
import { PlaneTransition, RecordedState } from '../api/historySchema';
import { slotLevel } from './slotLevel';
import { summarizeHistory } from './summarizeHistory';

const MINUTE_MS = 60_000;
const START = Date.parse('2026-11-21T00:00:00Z');

/** Minutes after the start. */
const at = (minutes: number) => new Date(START + minutes * MINUTE_MS);

function transition(minutes: number, state: RecordedState): PlaneTransition {
  return { at: at(minutes).toISOString(), state, reason: 'A reason.' };
}

function summarize(
  changes: readonly (readonly [minutes: number, state: RecordedState])[],
  { from = 0, to = 60, slots = 6 } = {},
) {
  return summarizeHistory(
    changes.map(([minutes, state]) => transition(minutes, state)),
    { from: at(from), to: at(to), slots },
  );
}

const LETTERS = { up: 'U', degraded: 'g', down: 'D', unknown: '-' };
const drawn = (levels: readonly (keyof typeof LETTERS)[]) =>
  levels.map(level => LETTERS[level]).join('');

describe('summarizeHistory', () => {
  it.each<
    [
      name: string,
      changes: [number, RecordedState][],
      slots: string,
      uptime: number | undefined,
      losses: number,
      flaps: number,
    ]
  >([
    ['nothing recorded', [], '------', undefined, 0, 0],
    ['a plane that was up before', [[-90, 'connected']], 'UUUUUU', 1, 0, 0],
    ['a record that begins within', [[25, 'connected']], '--UUUU', 1, 0, 0],
    [
      'a change at the edge of a slot',
      [
        [-9, 'connected'],
        [20, 'disconnected'],
        [30, 'connected'],
      ],
      'UUDUUU',
      50 / 60,
      1,
      0,
    ],
    [
      'a loss of seconds',
      [
        [-9, 'connected'],
        [25, 'disconnected'],
        [25.5, 'connected'],
      ],
      'UUDUUU',
      59.5 / 60,
      1,
      1,
    ],
    [
      'a loss of a minute',
      [
        [-9, 'connected'],
        [25, 'disconnected'],
        [26, 'connected'],
      ],
      'UUDUUU',
      59 / 60,
      1,
      1,
    ],
    [
      'a loss of more',
      [
        [-9, 'connected'],
        [25, 'disconnected'],
        [26.1, 'connected'],
      ],
      'UUDUUU',
      58.9 / 60,
      1,
      0,
    ],
    [
      'a loss that lasts',
      [
        [-9, 'connected'],
        [59.5, 'not-authorised'],
      ],
      'UUUUUD',
      59.5 / 60,
      1,
      0,
    ],
    [
      'a loss at the very end',
      [
        [-9, 'connected'],
        [60, 'disconnected'],
      ],
      'UUUUUD',
      1,
      1,
      0,
    ],
    [
      'a loss at the very beginning',
      [
        [-9, 'connected'],
        [0, 'disconnected'],
      ],
      'DDDDDD',
      0,
      0,
      0,
    ],
    [
      'a loss that ended at the very beginning',
      [
        [-9, 'connected'],
        [-1, 'disconnected'],
        [0, 'connected'],
      ],
      'UUUUUU',
      1,
      0,
      0,
    ],
    [
      'a loss after the end',
      [
        [-9, 'connected'],
        [61, 'disconnected'],
      ],
      'UUUUUU',
      1,
      0,
      0,
    ],
    [
      'another kind of loss within a loss',
      [
        [-9, 'connected'],
        [15, 'disconnected'],
        [35, 'not-authorised'],
      ],
      'UDDDDD',
      0.25,
      1,
      0,
    ],
    [
      'stale time, which is neither up nor down',
      [
        [0, 'connected'],
        [20, 'stale'],
        [40, 'disconnected'],
      ],
      'UUggDD',
      0.5,
      1,
      0,
    ],
    ['stale time alone', [[-9, 'stale']], 'gggggg', undefined, 0, 0],
    [
      'a first connection',
      [
        [-9, 'not-accepted'],
        [10, 'never-connected'],
        [20, 'connected'],
      ],
      '--UUUU',
      1,
      0,
      0,
    ],
    [
      'a plane found disconnected',
      [
        [10, 'disconnected'],
        [10.5, 'connected'],
      ],
      '-DUUUU',
      49.5 / 50,
      0,
      0,
    ],
    [
      'a portal that was away',
      [
        [-9, 'connected'],
        [10, 'unobserved'],
        [30, 'disconnected'],
      ],
      'U--DDD',
      10 / 40,
      0,
      0,
    ],
    [
      'a loss of which the portal did not see the end',
      [
        [-9, 'connected'],
        [10, 'disconnected'],
        [10.5, 'unobserved'],
      ],
      'UD----',
      10 / 10.5,
      1,
      0,
    ],
    [
      'a deletion',
      [
        [-9, 'connected'],
        [30, 'deleting'],
        [40, 'deletion-blocked'],
      ],
      'UUU---',
      1,
      0,
      0,
    ],
    [
      'the same time twice',
      [
        [-9, 'connected'],
        [15, 'disconnected'],
        [15, 'connected'],
      ],
      'UDUUUU',
      1,
      1,
      1,
    ],
  ])('sums up %s', (_name, changes, slots, uptime, losses, flaps) => {
    const summary = summarize(changes);
    expect(drawn(summary.slots)).toBe(slots);
    expect(summary.uptime ?? -1).toBeCloseTo(uptime ?? -1, 10);
    expect(summary).toMatchObject({ losses, flaps });
  });

  it('leaves out the uptime where there is none to tell', () => {
    expect(summarize([])).not.toHaveProperty('uptime');
  });

  it('takes transitions in any order, and none without a time', () => {
    const changes = [
      transition(40, 'connected'),
      { at: 'yesterday', state: 'stale', reason: '' } as const,
      transition(20, 'disconnected'),
      transition(-1, 'connected'),
    ];
    const span = { from: at(0), to: at(60), slots: 6 };
    expect(drawn(summarizeHistory(changes, span).slots)).toBe('UUDDUU');
  });

  it('has nothing to say of a span without length', () => {
    const span = { from: at(0), to: at(0), slots: 2 };
    expect(summarizeHistory([transition(-1, 'connected')], span)).toEqual({
      slots: ['unknown', 'unknown'],
      losses: 0,
      flaps: 0,
    });
  });
});

const anyState = fc.constantFrom<RecordedState>(
  'connected',
  'connected',
  'disconnected',
  'not-authorised',
  'stale',
  'never-connected',
  'unobserved',
);
const gravest = ['down', 'degraded', 'up', 'unknown'] as const;
const anyChange = fc.tuple(fc.integer({ min: -100, max: 700 }), anyState);
const anyHistory = fc
  .array(anyChange, { maxLength: 30 })
  .map(changes => changes.sort(([a], [b]) => a - b));

describe('summarizeHistory, whatever happened', () => {
  it('has an uptime between 0 and 1, and no more flaps than losses', () => {
    fc.assert(
      fc.property(anyHistory, changes => {
        const { uptime = 0, flaps, losses, slots } = summarize(changes);
        expect(uptime).toBeGreaterThanOrEqual(0);
        expect(uptime).toBeLessThanOrEqual(1);
        expect(flaps).toBeLessThanOrEqual(losses);
        expect(losses).toBeLessThanOrEqual(changes.length);
        expect(slots).toHaveLength(6);
      }),
    );
  });

  it('agrees with a look at every minute', () => {
    const distinct = fc.uniqueArray(anyChange, {
      selector: ([minute]) => minute,
    });
    const divisors = fc.constantFrom(1, 2, 3, 5, 12, 60);
    fc.assert(
      fc.property(distinct, divisors, (changes, slots) => {
        // The last one is the end, which is part of the span, but has no length.
        const levels = Array.from({ length: 61 }, (_, minute) => {
          const before = changes.filter(([time]) => time <= minute);
          const [last] = before.sort(([x], [y]) => y - x);
          return last ? slotLevel(last[1]) : 'unknown';
        });
        const count = (level: string) =>
          levels.slice(0, 60).filter(found => found === level).length;
        const known = count('up') + count('down');
        const actual = summarize(changes, { slots });
        const uptime = known === 0 ? -1 : count('up') / known;
        expect(actual.uptime ?? -1).toBeCloseTo(uptime, 10);
        const length = 60 / slots;
        expect(actual.slots).toEqual(
          Array.from({ length: slots }, (_, slot) => {
            const end = slot === slots - 1 ? 61 : (slot + 1) * length;
            const found = levels.slice(slot * length, end);
            return gravest.find(level => found.includes(level));
          }),
        );
      }),
    );
  });

  it('adds up over the parts of a span', () => {
    const cutAfter = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(anyHistory, cutAfter, (all, slots) => {
        const cut = slots * 10;
        const changes = all.filter(([minute]) => minute !== cut);
        const whole = summarize(changes);
        const parts = [
          summarize(changes, { to: cut, slots }),
          summarize(changes, { from: cut, slots: 6 - slots }),
        ];
        const sum = (figure: 'losses' | 'flaps') =>
          parts[0][figure] + parts[1][figure];
        expect(parts.flatMap(part => part.slots)).toEqual(whole.slots);
        expect(sum('losses')).toBe(whole.losses);
        expect(sum('flaps')).toBe(whole.flaps);
      }),
    );
  });

  it('is the same with states told again', () => {
    const repeats = fc.array(fc.nat({ max: 800 }), { maxLength: 20 });
    fc.assert(
      fc.property(anyHistory, repeats, (changes, minutes) => {
        fc.pre(changes.length > 0);
        const told = minutes.flatMap(minute => {
          const [, state] = changes.findLast(([time]) => time <= minute) ?? [];
          return state ? [[minute, state] as const] : [];
        });
        const both = [...changes, ...told];
        expect(summarize(both)).toEqual(summarize(changes));
      }),
    );
  });
});
