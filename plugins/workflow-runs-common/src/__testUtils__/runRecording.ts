import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const RECORDING_BEGAN = Date.parse('2026-11-21T00:50:56.600Z');

/** Every event of a WorkflowRun that a watch of OpenChoreo 1.2.3 told, in order, with the time by its clock. */
export function readWorkflowRunRecording(): {
  readonly time: number;
  readonly object: unknown;
}[] {
  const lines = readFileSync(
    join(__dirname, '../__fixtures__/openchoreo-v1.2.3-workflowruns.jsonl'),
    'utf8',
  );
  return lines
    .trim()
    .split('\n')
    .map(line => {
      const { seconds, object }: { seconds: number; object: unknown } =
        JSON.parse(line);
      return { time: RECORDING_BEGAN + seconds * 1000, object };
    });
}
