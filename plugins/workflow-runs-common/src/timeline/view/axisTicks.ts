const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Steps that a person reads easily. */
const STEPS_MS: readonly number[] = [
  ...[1, 2, 5, 10, 15, 30].map(seconds => seconds * SECOND_MS),
  ...[1, 2, 5, 10, 15, 30].map(minutes => minutes * MINUTE_MS),
  ...[1, 2, 3, 6, 12].map(hours => hours * HOUR_MS),
  ...[1, 2, 7, 14, 28].map(days => days * DAY_MS),
];
const LONGEST_STEP_MS = STEPS_MS[STEPS_MS.length - 1];
const MIN_SPACING_PX = 80;
/** Wider than any screen: a width that is wrong does not make endless ticks. */
const MAX_WIDTH_PX = 20_000;

/** Options of {@link axisTicks}. @public */
export interface AxisTicksOptions {
  /** Ticks lie whole steps from here: midnight for clock time, the start of the run for time since then. Default: 0. */
  readonly origin?: number;
  /** The least distance between two ticks; default: 80, which holds `10:00:00`. */
  readonly minSpacingPx?: number;
}

/** The ticks of a time axis. @public */
export interface AxisTicks {
  readonly stepMs: number;
  /** In rising order, all within the span. */
  readonly times: readonly number[];
}

/**
 * Where to put the ticks of a span of time.
 *
 * @param start - milliseconds, as `end`
 * @param widthPx - how wide the span is drawn
 * @public
 */
export function axisTicks(
  start: number,
  end: number,
  widthPx: number,
  options?: AxisTicksOptions,
): AxisTicks {
  const { origin = 0, minSpacingPx = MIN_SPACING_PX } = options ?? {};
  const width = Math.min(widthPx, MAX_WIDTH_PX);
  const least = ((end - start) / width) * Math.max(minSpacingPx, 1);
  if (!(end > start && width > 0 && Number.isFinite(least + origin))) {
    return { stepMs: SECOND_MS, times: [] };
  }
  const stepMs =
    STEPS_MS.find(step => step >= least) ??
    Math.ceil(least / LONGEST_STEP_MS) * LONGEST_STEP_MS;
  const first = Math.ceil((start - origin) / stepMs);
  const last = Math.floor((end - origin) / stepMs);
  const times = Array.from(
    { length: Math.max(last - first + 1, 0) },
    (_, index) => origin + (first + index) * stepMs,
  );
  return { stepMs, times };
}
