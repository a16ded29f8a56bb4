import { SHOP_BUILD, START, timelineOf } from '../__testUtils__/timelineOf';
import { gridAction } from '../body/gridKeys';
import { lengthOf, Span } from '../geometry/span';
import { dragged, gripAt } from '../header/minimapGrip';
import { RowTree } from '../rows/RowTree';
import { GrowthTimer } from '../state/GrowthTimer';
import { PlotStore } from '../state/PlotStore';
import { PlotGestures } from './PlotGestures';
import { handlePlotKey } from './plotKeys';

// 1 000 seconds on 1 000 pixels, between the insets.
const EXTENT: Span = { start: START, end: START + 1_000_000 };
const WIDTH = 1088;
const LEFT = 10;

function seconds({ start, end }: Span): [number, number] {
  return [start, end].map(time => Math.round((time - START) / 1000)) as [
    number,
    number,
  ];
}

function createPlot(options: { animates?: boolean; window?: Span } = {}) {
  const { animates = false, window } = options;
  const plot = new PlotStore({
    extent: EXTENT,
    window,
    animates: () => animates,
  });
  plot.setWidth(WIDTH);
  const shown = () => seconds(plot.getState().window);
  return { plot, shown };
}

function span(from: number, to: number): Span {
  return { start: START + from * 1000, end: START + to * 1000 };
}

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

describe('PlotStore', () => {
  it('draws once a frame, and tells when it has come to rest', () => {
    const { plot, shown } = createPlot();
    const drawn = jest.fn();
    const settled = jest.fn();
    plot.subscribe(drawn);
    plot.subscribeSettled(settled);
    plot.zoom(2);
    plot.pan(100_000);
    expect(shown()).toEqual([350, 850]);
    expect(drawn).not.toHaveBeenCalled();
    jest.advanceTimersByTime(20);
    expect(drawn).toHaveBeenCalledTimes(1);
    expect(settled).not.toHaveBeenCalled();
    expect(seconds(plot.getSettled().window)).toEqual([0, 1000]);
    jest.advanceTimersByTime(300);
    expect(settled).toHaveBeenCalledTimes(1);
    expect(seconds(plot.getSettled().window)).toEqual([350, 850]);
  });

  it('glides to where it is going, unless motion is not wanted', () => {
    const gliding = createPlot({ animates: true });
    gliding.plot.show(span(400, 600), { glide: true });
    expect(gliding.shown()).toEqual([0, 1000]);
    jest.advanceTimersByTime(80);
    const [from] = gliding.shown();
    expect(from).toBeGreaterThan(0);
    expect(from).toBeLessThan(400);
    jest.advanceTimersByTime(200);
    expect(gliding.shown()).toEqual([400, 600]);

    const calm = createPlot();
    calm.plot.show(span(400, 600), { glide: true });
    expect(calm.shown()).toEqual([400, 600]);
  });

  it('goes on to show all of a run that grows, and else stays where it is', () => {
    const { plot, shown } = createPlot();
    plot.setExtent({ start: START, end: START + 1_200_000 });
    expect(shown()).toEqual([0, 1200]);
    plot.show(span(100, 200));
    plot.setExtent({ start: START, end: START + 1_500_000 });
    expect(shown()).toEqual([100, 200]);
    plot.fit();
    expect(plot.getState().fitted).toBe(true);
  });

  it('begins with the window that is wanted, as far as that is possible', () => {
    expect(createPlot({ window: span(5, 50) }).shown()).toEqual([5, 50]);
    expect(createPlot({ window: span(900, 1300) }).shown()).toEqual([
      600, 1000,
    ]);
  });

  it('reveals a time that is out of sight', () => {
    const { plot, shown } = createPlot({ window: span(0, 100) });
    plot.reveal(START + 50_000);
    expect(shown()).toEqual([0, 100]);
    plot.reveal(START + 500_000);
    expect(shown()).toEqual([406, 506]);
  });

  it('stops with its owner', () => {
    const { plot } = createPlot({ animates: true });
    plot.show(span(400, 600), { glide: true });
    plot.dispose();
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('GrowthTimer', () => {
  it('ticks as often as something moves by a pixel, at least once a second', () => {
    const tick = jest.fn();
    let msPerPixel = 5000;
    const timer = new GrowthTimer({ tick, msPerPixel: () => msPerPixel });
    timer.start();
    jest.advanceTimersByTime(3000);
    expect(tick).toHaveBeenCalledTimes(3);
    msPerPixel = 10;
    jest.advanceTimersByTime(2000);
    expect(tick).toHaveBeenCalledTimes(3 + 1 + 10);
    timer.stop();
    jest.advanceTimersByTime(5000);
    expect(tick).toHaveBeenCalledTimes(14);
  });
});

describe('PlotGestures', () => {
  function createGestures(window?: Span) {
    const { plot, shown } = createPlot({ window });
    const ranges: (Span | undefined)[] = [];
    const gestures = new PlotGestures({
      plot,
      onRange: range => ranges.push(range),
    });
    const at = (second: number) => LEFT + second;
    return { gestures, shown, ranges, at };
  }
  const wheel = {
    deltaX: 0,
    deltaY: 0,
    deltaMode: 0,
    shiftKey: false,
    zooms: false,
  };

  it('drags the time along with the pointer', () => {
    const { gestures, shown } = createGestures(span(400, 500));
    gestures.press(1, 500, { selects: false });
    gestures.move(1, 502);
    expect(gestures.moving).toBe(false);
    gestures.move(1, 600);
    gestures.move(1, 700);
    expect(gestures.moving).toBe(true);
    // 200 of 1 000 pixels to the right are a fifth of the window earlier.
    expect(shown()).toEqual([380, 480]);
    expect(gestures.release(1, 700)).toBe(true);
    gestures.move(1, 900);
    expect(shown()).toEqual([380, 480]);
  });

  it('takes a press that hardly moves for a click', () => {
    const { gestures, shown } = createGestures(span(400, 500));
    gestures.press(1, 500, { selects: true });
    gestures.move(1, 503);
    expect(gestures.release(1, 503)).toBe(false);
    expect(shown()).toEqual([400, 500]);
  });

  it('zooms to what is selected', () => {
    const { gestures, shown, ranges, at } = createGestures();
    gestures.press(1, at(700), { selects: true });
    gestures.move(1, at(500));
    gestures.move(1, at(300));
    const last = ranges.at(-1);
    expect(last && seconds(last)).toEqual([300, 700]);
    gestures.release(1, at(300));
    expect(ranges.at(-1)).toBeUndefined();
    expect(shown()).toEqual([300, 700]);
  });

  it('lets go of a selection that is cancelled', () => {
    const { gestures, shown, ranges, at } = createGestures();
    gestures.press(1, at(100), { selects: true });
    gestures.move(1, at(300));
    gestures.cancel();
    expect(ranges.at(-1)).toBeUndefined();
    gestures.release(1, at(300));
    expect(shown()).toEqual([0, 1000]);
  });

  it('zooms as two fingers pinch, and goes on with the one that stays', () => {
    const { gestures, shown, at } = createGestures();
    gestures.press(1, at(400), { selects: false });
    gestures.press(2, at(600), { selects: false });
    gestures.move(1, at(300));
    gestures.move(2, at(700));
    expect(shown()).toEqual([250, 750]);
    gestures.release(1, at(300));
    gestures.move(2, at(600));
    expect(shown()).toEqual([300, 800]);
    gestures.release(2, at(600));
    expect(gestures.moving).toBe(false);
  });

  it('zooms around the pointer with the wheel, and leaves scrolling alone', () => {
    const { gestures, shown, at } = createGestures();
    expect(gestures.wheel(at(0), { ...wheel, deltaY: 50 })).toBe(false);
    expect(shown()).toEqual([0, 1000]);
    const zoom = { ...wheel, deltaY: -200, zooms: true };
    expect(gestures.wheel(at(0), zoom)).toBe(true);
    const [from, to] = shown();
    expect(from).toBe(0);
    expect(to).toBeLessThan(600);
    expect(gestures.wheel(at(0), { ...zoom, deltaY: 200 })).toBe(true);
    expect(shown()).toEqual([0, 1000]);
  });

  it.each([
    ['sideways', { deltaX: 100, deltaY: 10 }],
    ['with shift', { deltaY: 100, shiftKey: true }],
  ])('moves with the wheel %s', (_, input) => {
    const { gestures, shown } = createGestures(span(400, 500));
    expect(gestures.wheel(500, { ...wheel, ...input })).toBe(true);
    expect(shown()).toEqual([410, 510]);
  });
});

describe('the keys of the plot', () => {
  it.each([
    ['+', [167, 833]],
    ['w', [167, 833]],
    ['0', [0, 1000]],
    ['f', [394, 506]],
  ])('%p shows %p', (key, expected) => {
    const { plot, shown } = createPlot();
    expect(handlePlotKey(plot, { key, shiftKey: false }, span(400, 500))).toBe(
      true,
    );
    expect(shown()).toEqual(expected);
  });

  it('move', () => {
    const { plot, shown } = createPlot({ window: span(400, 500) });
    const press = (key: string, shiftKey = false) =>
      handlePlotKey(plot, { key, shiftKey }, undefined);
    press('d');
    press('ArrowRight', true);
    expect(shown()).toEqual([440, 540]);
    press('a');
    expect(shown()).toEqual([420, 520]);
    press('-');
    expect(shown()).toEqual([395, 545]);
    // The arrows alone are the tree's.
    expect(press('ArrowRight')).toBe(false);
    expect(press('x')).toBe(false);
    press('f');
    expect(shown()).toEqual([0, 1000]);
  });
});

describe('the keys of the tree', () => {
  const tree = RowTree.of(timelineOf(SHOP_BUILD, { now: 498 }).rows);
  const numbers = tree.rows.map(({ number }) => number);
  const closed = new Set([2]);
  const press = (key: string, index: number) =>
    gridAction(key, {
      tree,
      numbers,
      index,
      isExpanded: at =>
        tree.rows[at].row.descendants > 0 ? !closed.has(at) : undefined,
      page: 4,
    });

  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 9, undefined],
    ['ArrowUp', 0, undefined],
    ['ArrowUp', 5, 4],
    ['PageDown', 1, 5],
    ['PageDown', 8, 9],
    ['PageUp', 5, 1],
    ['Home', 5, 0],
    ['End', 5, 9],
    // Into an open row, and out of one that cannot be closed.
    ['ArrowRight', 5, 6],
    ['ArrowRight', 1, undefined],
    ['ArrowLeft', 6, 5],
    ['ArrowLeft', 2, 0],
  ])('%p on row %p moves to %p', (key, index, to) => {
    expect(press(key, index)).toEqual(
      to === undefined ? undefined : { type: 'move', index: to },
    );
  });

  it.each([
    ['ArrowRight', 2, 'toggle'],
    ['ArrowLeft', 5, 'toggle'],
    ['Enter', 3, 'select'],
    [' ', 3, 'select'],
  ])('%p on row %p does %p', (key, index, type) => {
    expect(press(key, index)).toEqual({ type, index });
  });
});

describe('the minimap', () => {
  const scale = { window: EXTENT, width: WIDTH };
  const window = span(300, 600);
  const view = { window, fitted: false };

  it.each([
    [305, { kind: 'start' }],
    [612, { kind: 'end' }],
    [510, { kind: 'window', offset: 200_000 }],
    [110, { kind: 'new', from: START + 100_000 }],
  ])('at %p px offers %j', (x, grip) => {
    expect(gripAt(scale, view, x)).toEqual(grip);
  });

  it('makes a new window where all is in sight', () => {
    expect(gripAt(scale, { window: EXTENT, fitted: true }, 510)).toMatchObject({
      kind: 'new',
    });
  });

  it('moves, resizes and makes the window', () => {
    const drag = (grip: Parameters<typeof dragged>[0], second: number) => {
      const all = { window, extent: EXTENT };
      const next = dragged(grip, all, START + second * 1000);
      return next && seconds(next);
    };
    expect(drag({ kind: 'start' }, 200)).toEqual([200, 600]);
    expect(drag({ kind: 'start' }, 900)).toEqual([598, 600]);
    expect(drag({ kind: 'end' }, 900)).toEqual([300, 900]);
    expect(drag({ kind: 'end' }, 100)).toEqual([300, 302]);
    const offset = 100_000;
    expect(drag({ kind: 'window', offset }, 700)).toEqual([600, 900]);
    const from = START + 50_000;
    expect(drag({ kind: 'new', from }, 10)).toEqual([10, 50]);
    expect(drag({ kind: 'new', from }, 50)).toBeUndefined();
    expect(lengthOf(window)).toBe(300_000);
  });
});
