import {
  CONNECTION_TEST_STEPS,
  type ConnectionTestReport,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { z as ZodV3 } from 'zod/v3';

/** The report of a connection test, as the output of an action: actions are described in another release of zod. */
export function reportOutput(z: typeof ZodV3) {
  const remedy = z.object({
    text: z.string(),
    field: z
      .string()
      .optional()
      .describe("The field of the resource or of the portal's configuration"),
    commands: z.array(z.object({ purpose: z.string(), command: z.string() })),
  });
  const step = z.object({
    name: z.enum(CONNECTION_TEST_STEPS),
    title: z.string(),
    status: z.enum(['passed', 'warning', 'failed', 'skipped']),
    durationMs: z.number(),
    evidence: z.string().describe('What was found, or why it was not tried'),
    remedy: remedy.optional().describe('What to do about it'),
  });
  const report: ZodV3.ZodType<ConnectionTestReport> = z.object({
    uid: z.string().describe("The uid of the plane's resource"),
    startedAt: z.string(),
    finishedAt: z.string(),
    durationMs: z.number(),
    outcome: z.enum(['passed', 'warning', 'failed']),
    steps: z.array(step).describe('Every step, in order'),
    cluster: z
      .object({
        uid: z.string().optional(),
        version: z.string().optional(),
        latencyMs: z.object({
          min: z.number(),
          median: z.number(),
          max: z.number(),
          samples: z.number(),
        }),
      })
      .optional()
      .describe('What the round trip told about the cluster'),
    requestedBy: z.string().optional(),
  });
  return z.object({ report });
}
