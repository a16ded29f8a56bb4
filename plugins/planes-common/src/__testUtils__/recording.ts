import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An event of the recorded watches of OpenChoreo 1.2.3. */
export interface RecordedEvent {
  /** Since the recording began. */
  readonly seconds: number;
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: unknown;
}

interface Line {
  seconds: number;
  type: RecordedEvent['type'];
  object?: { metadata: { uid: string } };
  changed?: { metadata: { uid: string } };
}

const RECORDING_BEGAN = Date.parse('2026-11-21T00:50:56.600Z');

/** The clock of the recorded system at a moment of the recording. */
export function recordedTime(seconds: number): Date {
  return new Date(RECORDING_BEGAN + seconds * 1000);
}

/**
 * Every event of a plane in the recording, in order. The file has an object in whole once and then
 * what changed of it (of managed fields, only the first state).
 */
export function readRecording(): RecordedEvent[] {
  const lines = readFileSync(
    join(__dirname, '../__fixtures__/openchoreo-v1.2.3-planes.jsonl'),
    'utf8',
  );
  const objects = new Map<string, { metadata: { uid: string } }>();
  const events: RecordedEvent[] = [];
  for (const text of lines.trim().split('\n')) {
    const { seconds, type, object, changed }: Line = JSON.parse(text);
    const uid = (object ?? changed)?.metadata.uid ?? '';
    const previous = objects.get(uid);
    const next = object ?? {
      ...previous,
      ...changed,
      metadata: { ...previous?.metadata, ...changed?.metadata, uid },
    };
    objects.set(uid, next);
    events.push({ seconds, type, object: next });
  }
  return events;
}
