import { msPerPixel, xToTime } from '../geometry/scale';
import type { Span } from '../geometry/span';
import { spanBetween } from '../geometry/viewport';
import type { PlotStore } from '../state/PlotStore';

/** How far the pointer moves before that is meant as a move, in pixels. */
const THRESHOLD = 4;
const WHEEL_ZOOM = 0.0022;
const LINE_HEIGHT = 16;

type Gesture =
  | { kind: 'press'; x: number; selects: boolean }
  | { kind: 'pan'; x: number }
  | { kind: 'select'; from: number }
  | { kind: 'pinch'; distance: number; middle: number };

interface WheelInput {
  readonly deltaX: number;
  readonly deltaY: number;
  /** 0: pixels, 1: lines, 2: pages. */
  readonly deltaMode: number;
  readonly shiftKey: boolean;
  /** Control or meta is held, or the fingers pinch on a touchpad, which browsers tell as the former. */
  readonly zooms: boolean;
}

/** What fingers, mouse and wheel do to the time in sight. Positions are pixels from the left of the plot. */
export class PlotGestures {
  readonly #plot: PlotStore;
  readonly #onRange: (range: Span | undefined) => void;
  readonly #pointers = new Map<number, number>();
  #gesture: Gesture | undefined;

  /** @param options - `onRange` hears of the span that is being selected, and of its end */
  constructor(options: {
    plot: PlotStore;
    onRange: (range: Span | undefined) => void;
  }) {
    this.#plot = options.plot;
    this.#onRange = options.onRange;
  }

  /** Whether something is being moved or selected, rather than pressed. */
  get moving(): boolean {
    return this.#gesture !== undefined && this.#gesture.kind !== 'press';
  }

  press(pointer: number, x: number, options: { selects: boolean }): void {
    this.#pointers.set(pointer, x);
    const [first, second] = [...this.#pointers.values()];
    if (second === undefined) {
      this.#gesture = { kind: 'press', x, ...options };
    } else {
      this.#onRange(undefined);
      this.#gesture = pinchOf(first, second);
    }
  }

  move(pointer: number, x: number): void {
    if (!this.#pointers.has(pointer) || !this.#gesture) {
      return;
    }
    this.#pointers.set(pointer, x);
    const gesture = this.#gesture;
    switch (gesture.kind) {
      case 'press':
        if (Math.abs(x - gesture.x) >= THRESHOLD) {
          this.#gesture = gesture.selects
            ? { kind: 'select', from: this.#timeAt(gesture.x) }
            : { kind: 'pan', x: gesture.x };
          this.move(pointer, x);
        }
        break;
      case 'pan':
        this.#pan(gesture.x - x);
        this.#gesture = { kind: 'pan', x };
        break;
      case 'select':
        this.#onRange(this.#between(gesture.from, x));
        break;
      default:
        this.#pinch(gesture);
    }
  }

  /** @returns whether it was more than a press */
  release(pointer: number, x: number): boolean {
    const wasMoving = this.moving;
    const gesture = this.#gesture;
    this.#pointers.delete(pointer);
    if (gesture?.kind === 'select') {
      const range = this.#between(gesture.from, x);
      if (range) {
        this.#plot.show(range, { glide: true });
      }
    }
    this.cancel();
    // Of two fingers, the one that stays goes on to move.
    const [rest] = this.#pointers.values();
    if (rest !== undefined) {
      this.#gesture = { kind: 'pan', x: rest };
    }
    return wasMoving;
  }

  cancel(): void {
    this.#gesture = undefined;
    this.#onRange(undefined);
  }

  /** @returns whether the wheel was meant for the plot; otherwise it scrolls */
  wheel(x: number, input: WheelInput): boolean {
    const unit = input.deltaMode === 0 ? 1 : LINE_HEIGHT;
    if (input.zooms) {
      const factor = Math.exp(-input.deltaY * unit * WHEEL_ZOOM * 2);
      this.#plot.zoom(factor, { at: this.#timeAt(x) });
      return true;
    }
    const sideways = input.shiftKey
      ? input.deltaY || input.deltaX
      : input.deltaX;
    if (input.shiftKey || Math.abs(input.deltaX) > Math.abs(input.deltaY)) {
      this.#pan(sideways * unit);
      return true;
    }
    return false;
  }

  #pinch(gesture: Extract<Gesture, { kind: 'pinch' }>): void {
    const [first, second] = [...this.#pointers.values()];
    const next = pinchOf(first, second ?? first);
    // In this order: a plot that shows all of a run cannot be moved before it is zoomed.
    this.#plot.zoom(next.distance / gesture.distance, {
      at: this.#timeAt(gesture.middle),
    });
    this.#pan(gesture.middle - next.middle);
    this.#gesture = next;
  }

  #pan(pixels: number): void {
    this.#plot.pan(pixels * msPerPixel(this.#plot.scale));
  }

  #timeAt(x: number): number {
    return xToTime(this.#plot.scale, x);
  }

  #between(from: number, x: number): Span | undefined {
    return spanBetween(from, this.#timeAt(x), this.#plot.getState().extent);
  }
}

function pinchOf(
  first: number,
  second: number,
): Extract<Gesture, { kind: 'pinch' }> {
  return {
    kind: 'pinch',
    distance: Math.max(1, Math.abs(first - second)),
    middle: (first + second) / 2,
  };
}
