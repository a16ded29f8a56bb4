import { z } from 'zod';
import { PlaneStateName } from '../model/state';
import { planeStateNameSchema } from './findingSchema';

/** The spans of time that a history can be asked for. @public */
export const HISTORY_WINDOWS = ['24h', '7d', '30d'] as const;

/** A member of {@link HISTORY_WINDOWS}. @public */
export type HistoryWindow = (typeof HISTORY_WINDOWS)[number];

/** A state that the history records: a plane's state, or that the portal was not there to see it. @public */
export type RecordedState = PlaneStateName | 'unobserved';

/** {@link RecordedState} in an API answer. @public */
export const recordedStateSchema: z.ZodType<RecordedState> = z.union([
  planeStateNameSchema,
  z.literal('unobserved'),
]);

/** A change of a plane's state. @public */
export const planeTransitionSchema = z.object({
  /** When the portal saw it, ISO 8601. */
  at: z.string(),
  state: recordedStateSchema,
  reason: z.string(),
});

/** The type of {@link planeTransitionSchema}. @public */
export type PlaneTransition = z.infer<typeof planeTransitionSchema>;

/**
 * How a plane was in one slot of a history strip, by the worst moment in it.
 *
 * @remarks
 * `up` is connected; `down` disconnected or not authorised; `degraded` stale. `unknown` is everything that says
 * nothing about a connection: not recorded, not yet connected, not reported, being deleted.
 *
 * @public
 */
export const slotLevelSchema = z.enum(['up', 'degraded', 'down', 'unknown']);

/** The type of {@link slotLevelSchema}. @public */
export type SlotLevel = z.infer<typeof slotLevelSchema>;

const historyFigures = {
  /** Time up as a share of the time up or down, 0 to 1; absent where the window has neither. */
  uptime: z.number().optional(),
  /** How often the plane went down. */
  losses: z.number(),
  /** Losses that were over within a minute. */
  flaps: z.number(),
};

/** A history in short, for a row of a list: slots of equal length, oldest first. @public */
export const historySummarySchema = z.object({
  slots: z.array(slotLevelSchema),
  ...historyFigures,
});

/** The type of {@link historySummarySchema}. @public */
export type HistorySummary = z.infer<typeof historySummarySchema>;

/** The answer of `GET /planes/:uid/history?window=`. @public */
export const planeHistorySchema = z.object({
  window: z.enum(HISTORY_WINDOWS),
  /** The window's bounds, ISO 8601. */
  from: z.string(),
  to: z.string(),
  /**
   * Where what is known of this plane begins, ISO 8601: since when it was in the state that the portal first saw it in, by
   * its own account. Absent where nothing is recorded.
   */
  recordedSince: z.string().optional(),
  slots: z.array(slotLevelSchema),
  ...historyFigures,
  /** Uptime over each span, where it can be told. */
  uptimes: z.object({
    '24h': z.number().optional(),
    '7d': z.number().optional(),
    '30d': z.number().optional(),
  }),
  /** The plane goes and comes: at least 3 losses within the last hour. */
  flapping: z.boolean(),
  /** Those within the window, newest first, at most 200. */
  transitions: z.array(planeTransitionSchema),
});

/** The type of {@link planeHistorySchema}. @public */
export type PlaneHistory = z.infer<typeof planeHistorySchema>;
