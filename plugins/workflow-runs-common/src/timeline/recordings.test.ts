import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  argoRecordings,
  decompress,
  readArgoRecording,
} from '../__testUtils__/argoRecordings';
import { renderTimeline } from '../__testUtils__/renderTimeline';
import { readArgoWorkflow } from '../argo/readArgoWorkflow';
import { timeline } from './timeline';

/** Set to write down what timelines look like now; then read what changed. */
const { UPDATE_TIMELINES } = process.env;

const READ_AFTER_MS = 5000;
const FIXTURES = join(__dirname, '../__fixtures__');

/** A moment after the last thing that the recording tells. */
function momentOfReading(recorded: unknown): number {
  const times = JSON.stringify(recorded).match(/\d{4}-\d\d-\d\dT[\d:]+Z/g);
  return Math.max(...(times ?? []).map(Date.parse)) + READ_AFTER_MS;
}

function renderRecording(name: string): string {
  const recorded = readArgoRecording(name);
  const { workflow, nodes } = readArgoWorkflow(recorded, { decompress });
  const now = momentOfReading(recorded);
  return renderTimeline(timeline({ nodes, workflow, now }));
}

/** Sections of a file by their headings. */
function sections(text: string): Map<string, string> {
  return new Map(
    text
      .split(/^## /m)
      .slice(1)
      .map(section => {
        const end = section.indexOf('\n');
        return [section.slice(0, end), section.slice(end).trim()];
      }),
  );
}

describe.each(['argo-v3.7.6', 'argo-v4.1.2'])('timelines of %s', version => {
  const file = join(FIXTURES, `${version}-timelines.txt`);
  const names = argoRecordings.filter(name => name.startsWith(version));

  if (UPDATE_TIMELINES) {
    writeFileSync(
      file,
      names.map(name => `## ${name}\n${renderRecording(name)}\n`).join('\n'),
    );
  }
  const expected = sections(readFileSync(file, 'utf8'));

  it('are all written down', () => {
    expect([...expected.keys()]).toEqual(names);
  });

  it.each(names)('%s', name => {
    expect(renderRecording(name)).toBe(expected.get(name));
  });
});
