import { z } from 'zod';
import type { GatewayPlaneStatus } from './types';

/** Go's zero time, which means never. */
const ZERO_TIME = /^0001-/;

// Without transforms inside, which would make a list of thousands many times slower to read.
const answerSchema = z.object({
  planeType: z.string(),
  planeID: z.string(),
  connected: z.boolean(),
  connectedAgents: z.number().int().nonnegative(),
  lastSeen: z.string().optional(),
});

/** One plane in the gateway's answers. */
export const planeStatusSchema = answerSchema.transform(readStatus);

/** All connected planes; Go's empty slice may be null. */
export const planesStatusSchema = z
  .object({ planes: z.array(answerSchema).nullable() })
  .transform(({ planes }) => (planes ?? []).map(readStatus));

/** What a reconnect did. */
export const reconnectSchema = z.object({
  disconnectedAgents: z.number().int().nonnegative().default(0),
});

function readStatus({
  lastSeen,
  ...status
}: z.infer<typeof answerSchema>): GatewayPlaneStatus {
  const time = readTime(lastSeen);
  return { ...status, ...(time !== undefined && { lastSeen: time }) };
}

function readTime(text: string | undefined): string | undefined {
  if (text === undefined || ZERO_TIME.test(text)) {
    return undefined;
  }
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
