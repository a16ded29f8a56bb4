import fc from 'fast-check';
import { rowOf, START, timelineOf } from '../__testUtils__/timelineOf';
import { barShape, lastedMs, MIN_BAR_WIDTH } from './barShape';
import { growingExtent } from './growingExtent';
import { hitsBar, rowAt } from './hitTest';
import { labelPlace } from './labelPlace';
import { minimapMarks } from './minimapMarks';
import { INSET_LEFT, INSET_RIGHT, timeToX, xToTime } from './scale';
import { lengthOf, Span } from './span';
import { ticksOf } from './ticks';
import {
  clampWindow,
  MIN_WINDOW_MS,
  panBy,
  showsAll,
  spanBetween,
  windowAround,
  windowShowing,
  zoomAround,
} from './viewport';

const HOUR: Span = { start: START, end: START + 3_600_000 };

const extents = fc
  .record({
    start: fc.integer({ min: -8e15, max: 8e15 }),
    length: fc.integer({ min: 1, max: 3e11 }),
  })
  .map(({ start, length }): Span => ({ start, end: start + length }));
const windows = extents.chain(extent =>
  fc
    .tuple(fc.double({ min: 0, max: 1 }), fc.double({ min: 0, max: 1 }))
    .map(([one, other]) => {
      const at = (share: number) => extent.start + share * lengthOf(extent);
      const wanted = {
        start: at(Math.min(one, other)),
        end: at(Math.max(one, other)),
      };
      return { extent, window: clampWindow(wanted, extent) };
    }),
);

function expectWithin(window: Span, extent: Span) {
  expect(window.start).toBeGreaterThanOrEqual(extent.start);
  expect(window.end).toBeLessThanOrEqual(extent.end);
  expect(window.start).toBeLessThan(window.end);
}

describe('the window', () => {
  it('is within the extent and never too short, whatever is done to it', () => {
    fc.assert(
      fc.property(
        windows,
        fc.double({ min: 0.001, max: 1000, noNaN: true }),
        fc.integer({ min: -1e12, max: 1e12 }),
        ({ extent, window }, factor, by) => {
          const at = window.start + lengthOf(window) / 3;
          for (const next of [
            zoomAround(window, extent, { at, factor }),
            panBy(window, extent, by),
            windowAround(window, extent),
            windowShowing(window, extent, by),
            clampWindow({ start: by, end: by }, extent),
          ]) {
            expectWithin(next, extent);
            // Times of absurd size have no fractions.
            expect(lengthOf(next)).toBeGreaterThanOrEqual(
              Math.min(MIN_WINDOW_MS, lengthOf(extent)) - 1,
            );
          }
        },
      ),
    );
  });

  it('keeps what is under the pointer there while it zooms', () => {
    const window = { start: START + 600_000, end: START + 1_200_000 };
    const at = START + 750_000;
    const zoomed = zoomAround(window, HOUR, { at, factor: 2 });
    expect(lengthOf(zoomed)).toBe(300_000);
    const before = timeToX({ window, width: 1000 }, at);
    expect(timeToX({ window: zoomed, width: 1000 }, at)).toBeCloseTo(before);
    expect(zoomAround(zoomed, HOUR, { at, factor: 0.5 })).toEqual(window);
  });

  it('shows all there is when it cannot grow any more', () => {
    const window = { start: START, end: START + 1_800_000 };
    const all = zoomAround(window, HOUR, { at: START, factor: 0.1 });
    expect(all).toEqual(HOUR);
    expect(showsAll(all, HOUR)).toBe(true);
    expect(showsAll(window, HOUR)).toBe(false);
  });

  it('moves as far as the extent goes, and keeps its length', () => {
    const window = { start: START, end: START + 600_000 };
    expect(panBy(window, HOUR, -1000)).toEqual(window);
    expect(panBy(window, HOUR, 1000)).toEqual({
      start: START + 1000,
      end: START + 601_000,
    });
    expect(panBy(window, HOUR, 1e9)).toEqual({
      start: START + 3_000_000,
      end: HOUR.end,
    });
  });

  it('moves to a time only if that is out of sight', () => {
    const window = { start: START + 600_000, end: START + 1_200_000 };
    expect(windowShowing(window, HOUR, START + 700_000)).toBe(window);
    expect(windowShowing(window, HOUR, START + 300_000).start).toBeLessThan(
      START + 300_000,
    );
    expect(windowShowing(window, HOUR, START + 2_000_000).end).toBeGreaterThan(
      START + 2_000_000,
    );
  });

  it('shows a span with room on both sides', () => {
    const span = { start: START + 600_000, end: START + 700_000 };
    const around = windowAround(span, HOUR);
    expect(around.start).toBe(START + 594_000);
    expect(around.end).toBe(START + 706_000);
  });

  it('selects in both directions, within the extent', () => {
    const one = START + 100;
    expect(spanBetween(one, START + 50, HOUR)).toEqual({
      start: START + 50,
      end: one,
    });
    expect(spanBetween(START - 500, one, HOUR)?.start).toBe(START);
    expect(spanBetween(one, one, HOUR)).toBeUndefined();
    expect(spanBetween(START - 5, START - 1, HOUR)).toBeUndefined();
  });
});

describe('growingExtent', () => {
  it('leaves room, and rests while a run grows', () => {
    const ends = new Set<number>();
    for (let second = 1; second <= 600; second++) {
      const end = START + second * 1000;
      const extent = growingExtent({ start: START, end });
      expect(extent.start).toBe(START);
      expect(extent.end).toBeGreaterThan(end);
      expect(lengthOf(extent)).toBeLessThan(
        Math.max(11_600, second * 1000 * 1.2),
      );
      ends.add(extent.end);
    }
    expect(ends.size).toBeLessThan(35);
  });
});

describe('the scale', () => {
  it('fills the width but for the insets, and is reversible', () => {
    const scale = { window: HOUR, width: 1000 };
    expect(timeToX(scale, HOUR.start)).toBe(INSET_LEFT);
    expect(timeToX(scale, HOUR.end)).toBe(1000 - INSET_RIGHT);
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 1100 }), x => {
        expect(timeToX(scale, xToTime(scale, x))).toBeCloseTo(x, 3);
      }),
    );
  });

  it('has marks at equal distances in sight, as many as there is room for', () => {
    const window = { start: START, end: START + 498_000 };
    const { ticks, stepMs } = ticksOf(
      { window, width: 800 },
      { origin: START, distance: 72 },
    );
    expect(stepMs).toBe(60_000);
    expect(ticks.map(({ time }) => (time - START) / 60_000)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
    expect(ticks[0].x).toBe(INSET_LEFT);
  });
});

describe('a bar', () => {
  const model = timelineOf(
    [
      {
        name: 'run',
        phase: 'Running',
        children: [
          { name: 'task', from: 100, runs: 140, to: 300 },
          { name: 'moment', from: 400, to: 400 },
          { name: 'open', from: 500, runs: 500, phase: 'Running' },
          {
            name: 'skipped',
            type: 'Skipped',
            phase: 'Skipped',
            from: 10,
            to: 10,
          },
        ],
      },
    ],
    { live: true },
  );
  const window = { start: START, end: START + 1_000_000 };
  const scale = { window, width: 1000 + INSET_LEFT + INSET_RIGHT };
  const now = START + 1_000_000;
  const shape = (id: string, at = scale, time = now) =>
    barShape(rowOf(model, id), at, time);

  it('has a part for the wait and one for the work', () => {
    expect(shape('task')).toEqual({
      x: 110,
      width: 200,
      parts: [
        { kind: 'waiting', x: 110, width: 40 },
        { kind: 'running', x: 150, width: 160 },
      ],
    });
  });

  it('can be seen even if it took no time', () => {
    expect(shape('moment')?.width).toBe(MIN_BAR_WIDTH);
    expect(shape('moment')?.parts.at(-1)?.width).toBe(MIN_BAR_WIDTH);
  });

  it('grows with the time while it is open', () => {
    const row = rowOf(model, 'open');
    expect(lastedMs(row, now)).toBe(500_000);
    expect(lastedMs(row, now + 60_000)).toBe(560_000);
    expect(shape('open', scale, now + 60_000)?.width).toBe(560);
    expect(lastedMs(rowOf(model, 'task'), now + 60_000)).toBe(200_000);
  });

  it('is not there for what did not run', () => {
    expect(shape('skipped')).toBeUndefined();
    expect(lastedMs(rowOf(model, 'skipped'), now)).toBeUndefined();
  });

  it('tells on which side it is out of sight', () => {
    const early = { window: { start: START, end: START + 50_000 }, width: 500 };
    const late = {
      window: { start: START + 600_000, end: START + 700_000 },
      width: 500,
    };
    expect(shape('task', early)).toMatchObject({ outside: 'right', parts: [] });
    expect(shape('task', late)).toMatchObject({ outside: 'left', parts: [] });
  });

  it('is cut to the plot, however far one zooms in', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 990_000 }),
        fc.integer({ min: 100, max: 10_000 }),
        (from, length) => {
          const near = {
            window: { start: START + from, end: START + from + length },
            width: 700,
          };
          for (const row of model.rows) {
            const bar = barShape(row, near, now);
            for (const part of bar?.parts ?? []) {
              expect(part.x).toBeGreaterThanOrEqual(-50);
              expect(part.x + part.width).toBeLessThanOrEqual(750);
              expect(part.width).toBeGreaterThan(0);
            }
          }
        },
      ),
    );
  });

  it('is hit by a pointer on it or right beside it', () => {
    const bar = shape('task');
    expect([100, 107, 110, 312, 313, 320].map(x => hitsBar(bar, x))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(hitsBar(undefined, 110)).toBe(false);
  });
});

describe('rowAt', () => {
  it.each([
    [-1, undefined],
    [0, 0],
    [31.9, 0],
    [32, 1],
    [95, 2],
    [96, undefined],
  ])('finds at %p px row %p', (y, row) => {
    expect(rowAt(y, { rowHeight: 32, count: 3 })).toBe(row);
  });
});

describe('labelPlace', () => {
  it.each([
    ['right of the bar', { x: 100, width: 200 }, { x: 308, inside: false }],
    ['left of it', { x: 800, width: 190 }, { x: 792, inside: false }],
    ['on it', { x: 10, width: 985 }, { x: 987, inside: true }],
    ['in sight on it', { x: -12, width: 1024 }, { x: 992, inside: true }],
  ])('puts a label %s', (_, bar, place) => {
    expect(labelPlace(bar, 60, 1000)).toMatchObject(place);
  });
});

describe('the minimap', () => {
  it('shows each bar in a lane of its own where there is room', () => {
    const model = timelineOf([
      {
        name: 'run',
        children: [
          { name: 'one', from: 0, to: 500 },
          { name: 'two', from: 500, to: 1000, phase: 'Failed' },
        ],
      },
    ]);
    expect(minimapMarks(model.rows, model, 9)).toEqual({
      lanes: 2,
      marks: [
        {
          lane: 0,
          start: START,
          end: START + 500_000,
          tone: 'ok',
          open: false,
        },
        {
          lane: 1,
          start: START + 500_000,
          end: START + 1_000_000,
          tone: 'error',
          open: false,
        },
      ],
    });
  });

  it('shows of many the worst, in few marks within the axis', () => {
    const model = timelineOf([
      {
        name: 'run',
        children: Array.from({ length: 3000 }, (_, index) => ({
          name: `task-${index}`,
          from: index / 10,
          to: index / 10 + 400,
          phase: index === 1500 ? ('Failed' as const) : ('Succeeded' as const),
        })),
      },
    ]);
    const { lanes, marks } = minimapMarks(model.rows, model, 9);
    expect(lanes).toBe(9);
    expect(marks.length).toBeLessThan(30);
    expect(marks.filter(({ tone }) => tone === 'error')).toHaveLength(1);
    for (const { start, end } of marks) {
      expect(start).toBeGreaterThanOrEqual(model.start);
      expect(end).toBeLessThanOrEqual(model.end);
    }
  });

  it('knows what goes on', () => {
    const model = timelineOf(
      [{ name: 'run', phase: 'Running', node: { type: 'Pod' } }],
      { live: true },
    );
    expect(minimapMarks(model.rows, model, 9).marks).toEqual([
      expect.objectContaining({ tone: 'running', open: true }),
    ]);
    expect(minimapMarks([], model, 9)).toEqual({ lanes: 0, marks: [] });
  });
});
