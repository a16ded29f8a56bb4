import { z } from 'zod';
import { KubernetesApiError, UnexpectedAnswerError } from './errors';

/** A change that a watch reports. */
export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: unknown;
}

const eventSchema = z.object({
  type: z.enum(['ADDED', 'MODIFIED', 'DELETED', 'BOOKMARK', 'ERROR']),
  object: z.unknown(),
});

const versionedSchema = z.object({
  metadata: z.object({ resourceVersion: z.string().min(1) }),
});

/** What a line of a watch means: where the watch now stands, and the change, if it is one. */
export interface WatchProgress {
  /** Undefined where the object carries none; the watch then stands where it stood. */
  readonly resourceVersion?: string;
  readonly event?: WatchEvent;
}

/**
 * Reads one line of a watch.
 *
 * @throws KubernetesApiError for an ERROR event; UnexpectedAnswerError for what is no watch event
 */
export function readWatchEvent(line: unknown): WatchProgress {
  const parsed = eventSchema.safeParse(line);
  if (!parsed.success) {
    throw new UnexpectedAnswerError('A line of the watch is not an event');
  }
  const { type, object } = parsed.data;
  if (type === 'ERROR') {
    throw KubernetesApiError.fromStatus(object);
  }
  const versioned = versionedSchema.safeParse(object);
  const resourceVersion = versioned.data?.metadata.resourceVersion;
  return {
    ...(resourceVersion !== undefined && { resourceVersion }),
    ...(type !== 'BOOKMARK' && { event: { type, object } }),
  };
}
