import { ConnectionTestEvent } from '@openchoreo-planes/backstage-plugin-planes-common';
import fc from 'fast-check';
import { connectionTestReportFixture } from '../testing/fixtures';
import { readConnectionTest } from './readConnectionTest';

const report = connectionTestReportFixture();
const EVENTS: ConnectionTestEvent[] = [
  { type: 'started', startedAt: report.startedAt, joined: false },
  { type: 'step-started', name: 'resource', title: 'Ressource «prüfen»' },
  { type: 'step', step: report.steps[0] },
  { type: 'report', report, cached: false },
];

function toText(events: readonly object[]): string {
  return events
    .map(event => `event: x\ndata: ${JSON.stringify(event)}\n\n: alive\n\n`)
    .join('');
}

function respond(
  text: string,
  options: { sizes?: readonly number[]; onCancel?: () => void } = {},
): Response {
  const { sizes = [7], onCancel } = options;
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  let turn = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) {
        controller.close();
        return;
      }
      const size = sizes[turn++ % sizes.length];
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
    cancel: onCancel,
  });
  return new Response(body);
}

describe('readConnectionTest', () => {
  it('gives every event in order and then the report, whatever pieces the bytes come in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 400 }), {
          minLength: 1,
          maxLength: 20,
        }),
        async sizes => {
          const events: ConnectionTestEvent[] = [];
          const result = await readConnectionTest(
            respond(toText(EVENTS), { sizes }),
            event => events.push(event),
          );
          expect(events).toEqual(EVENTS);
          expect(result).toEqual(report);
        },
      ),
      { numRuns: 50 },
    );
  });

  it.each([
    [
      'says that the test failed',
      [{ type: 'error', message: 'Busy.' }],
      'Busy.',
    ],
    ['ends without a report', EVENTS.slice(0, 2), 'Run the test again'],
    ['is empty', [], 'Run the test again'],
    ['has another event', [{ type: 'new' }], 'in a form that'],
  ])('rejects where the stream %s', async (_, events, message) => {
    await expect(readConnectionTest(respond(toText(events)))).rejects.toThrow(
      message,
    );
  });

  it('rejects what is no JSON, and leaves the rest of the stream', async () => {
    const onCancel = jest.fn();
    const text = `data: <html>\n\n${toText(EVENTS)}`;
    await expect(
      readConnectionTest(respond(text, { onCancel })),
    ).rejects.toThrow('in a form that');
    expect(onCancel).toHaveBeenCalled();
  });
});
