import type { Scale } from '../geometry/scale';
import { sameSpan, Span } from '../geometry/span';
import {
  clampWindow,
  panBy,
  showsAll,
  windowAround,
  windowShowing,
  zoomAround,
} from '../geometry/viewport';
import { Frames } from './Frames';
import { WindowMove } from './WindowMove';

const SETTLE_MS = 250;

/** What of the time is in sight, and how wide it is drawn. */
export interface PlotState {
  /** All there is to see. */
  readonly extent: Span;
  readonly window: Span;
  /** Of the plot, in pixels. */
  readonly width: number;
  /** The window shows all there is, and goes on to do so when there is more. */
  readonly fitted: boolean;
}

/**
 * The time that the plot shows, outside of React: to zoom and to pan draws, and renders nothing.
 *
 * @remarks
 * Listeners are called at most once a frame; those who wait until it settles, once the window has rested for a moment.
 */
export class PlotStore {
  readonly #listeners = new Set<() => void>();
  readonly #settledListeners = new Set<() => void>();
  readonly #frames = new Frames(time => this.#onFrame(time));
  readonly #animates: () => boolean;
  #state: PlotState;
  #settled: PlotState;
  #move: WindowMove | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param options - `animates` tells whether the window may glide; it is asked whenever it could */
  constructor(options: {
    extent: Span;
    window?: Span;
    animates: () => boolean;
  }) {
    const { extent, animates } = options;
    const window = clampWindow(options.window ?? extent, extent);
    this.#animates = animates;
    this.#state = {
      extent,
      window,
      width: 0,
      fitted: showsAll(window, extent),
    };
    this.#settled = this.#state;
  }

  readonly getState = (): PlotState => this.#state;

  /** The state as it was when the window last came to rest. */
  readonly getSettled = (): PlotState => this.#settled;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly subscribeSettled = (listener: () => void): (() => void) => {
    this.#settledListeners.add(listener);
    return () => this.#settledListeners.delete(listener);
  };

  get scale(): Scale {
    return this.#state;
  }

  /** Has everything drawn anew in the next frame. */
  readonly redraw = (): void => this.#frames.request();

  setWidth(width: number): void {
    if (width !== this.#state.width) {
      this.#state = { ...this.#state, width };
      this.redraw();
    }
  }

  setExtent(extent: Span): void {
    if (!sameSpan(extent, this.#state.extent)) {
      const window = this.#move?.to ?? this.#state.window;
      const fitted = showsAll(window, this.#state.extent);
      this.#move = undefined;
      this.#state = { ...this.#state, extent };
      this.#setWindow(fitted ? extent : clampWindow(window, extent));
    }
  }

  /** Shows a window, or all there is. */
  show(window: Span | undefined, options: { glide?: boolean } = {}): void {
    const { extent } = this.#state;
    const target = window ? clampWindow(window, extent) : extent;
    if (options.glide && this.#animates()) {
      this.#move = new WindowMove(this.#state.window, target);
      this.redraw();
    } else {
      this.#move = undefined;
      this.#setWindow(target);
    }
  }

  fit(): void {
    this.show(undefined, { glide: true });
  }

  /** Shows a span as large as it fits. */
  zoomTo(span: Span): void {
    this.show(windowAround(span, this.#state.extent), { glide: true });
  }

  /** Zooms around a time; around the middle where none is given. */
  zoom(factor: number, options: { at?: number; glide?: boolean } = {}): void {
    const { window, extent } = this.#state;
    const at = options.at ?? (window.start + window.end) / 2;
    this.show(zoomAround(window, extent, { at, factor }), options);
  }

  pan(byMs: number, options: { glide?: boolean } = {}): void {
    const { window, extent } = this.#state;
    this.show(panBy(window, extent, byMs), options);
  }

  /** Moves the window just as far as it takes to show a time. */
  reveal(at: number): void {
    const { window, extent } = this.#state;
    const shown = windowShowing(window, extent, at);
    if (!sameSpan(shown, window)) {
      this.show(shown, { glide: true });
    }
  }

  dispose(): void {
    this.#frames.cancel();
    clearTimeout(this.#timer);
  }

  #setWindow(window: Span): void {
    const { extent } = this.#state;
    this.#state = { ...this.#state, window, fitted: showsAll(window, extent) };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#settle, SETTLE_MS);
    this.redraw();
  }

  readonly #settle = (): void => {
    this.#settled = this.#state;
    this.#settledListeners.forEach(listener => listener());
  };

  #onFrame(time: number): void {
    if (this.#move) {
      const { window, done } = this.#move.at(time);
      this.#move = done ? undefined : this.#move;
      this.#setWindow(window);
      if (done) {
        this.#frames.cancel();
      }
    }
    this.#listeners.forEach(listener => listener());
  }
}
