import {
  ANNOTATION_NODE_ID,
  ANNOTATION_NODE_NAME,
  maskText,
  type RunEvent,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { z } from 'zod';

const text = z.string().min(1).optional().catch(undefined);
const count = z.number().int().min(1).optional().catch(undefined);

const eventSchema = z.object({
  metadata: z.object({
    uid: text,
    creationTimestamp: text,
    annotations: z.record(z.string(), z.string()).catch({}),
  }),
  involvedObject: z.object({
    kind: z.string(),
    name: z.string(),
    uid: text,
  }),
  type: text,
  reason: text,
  message: text,
  count,
  series: z
    .object({ count, lastObservedTime: text })
    .optional()
    .catch(undefined),
  eventTime: text,
  firstTimestamp: text,
  lastTimestamp: text,
});

/** An event of the Kubernetes API, and what it is about. */
export interface ReadEvent {
  readonly event: RunEvent;
  readonly object: {
    readonly kind: string;
    readonly name: string;
    readonly uid?: string;
  };
  /** The node that Argo says it is about. */
  readonly node: { readonly id?: string; readonly name?: string };
}

/** An object as an event, if it is one that happened at some time; in a list for `flatMap`. */
export function readEvent(value: unknown): ReadEvent[] {
  const parsed = eventSchema.safeParse(value);
  if (!parsed.success) {
    return [];
  }
  const { metadata, involvedObject, series, ...event } = parsed.data;
  const first = timeOf(
    event.firstTimestamp,
    event.eventTime,
    metadata.creationTimestamp,
  );
  const last = timeOf(
    series?.lastObservedTime,
    event.lastTimestamp,
    event.eventTime,
    first,
  );
  if (last === undefined) {
    return [];
  }
  const { kind, name } = involvedObject;
  const { annotations } = metadata;
  return [
    {
      event: {
        type: event.type === 'Warning' ? 'Warning' : 'Normal',
        reason: event.reason ?? '',
        message: maskText(event.message ?? ''),
        object: `${kind}/${name}`,
        count: series?.count ?? event.count ?? 1,
        firstSeen: first,
        lastSeen: last,
      },
      object: involvedObject,
      node: {
        id: annotations[ANNOTATION_NODE_ID],
        name: annotations[ANNOTATION_NODE_NAME],
      },
    },
  ];
}

function timeOf(...candidates: (string | undefined)[]): string | undefined {
  const milliseconds = candidates
    .map(candidate => Date.parse(candidate ?? ''))
    .find(time => !Number.isNaN(time) && time > 0);
  return milliseconds === undefined
    ? undefined
    : new Date(milliseconds).toISOString();
}
