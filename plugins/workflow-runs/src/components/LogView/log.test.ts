import {
  LogsQuery,
  LogsResponse,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import fc from 'fast-check';
import { parseAnsi, plainText } from './ansi/parseAnsi';
import { lineNumber, logText } from './buffer/LogBuffer';
import { looksLikeFailure } from './lineTone';
import { LogFollower } from './LogFollower';
import { matchingLines, matchRanges } from './search/findMatches';
import { markSpans } from './search/markSpans';

const ESC = '\u001b';

describe('parseAnsi', () => {
  it('knows colours and weights', () => {
    expect(
      parseAnsi(`${ESC}[31;1mFAIL${ESC}[0m cart ${ESC}[2mslow${ESC}[0m`),
    ).toEqual([
      expect.objectContaining({ text: 'FAIL', colour: 'red', bold: true }),
      expect.objectContaining({ text: ' cart ', bold: false }),
      expect.objectContaining({ text: 'slow', faint: true }),
    ]);
    expect(parseAnsi(`${ESC}[92mok`)[0].colour).toBe('green');
    expect(parseAnsi(`${ESC}[38;5;208mdeep`)[0].colour).toBeUndefined();
  });

  it.each([
    ['a cursor that moves', `${ESC}[2K${ESC}[1Gdone`, 'done'],
    ['a title', `${ESC}]0;title\u0007built`, 'built'],
    ['a link', `${ESC}]8;;https://x.example${ESC}\\see`, 'see'],
    ['a progress bar', '10 %\r50 %\r100 %\r', '100 %'],
    ['plain text with brackets', '[1/3] RUN [31m', '[1/3] RUN [31m'],
  ])('shows what is left of %s', (_, line, text) => {
    expect(plainText(line)).toBe(text);
  });
});

describe('search', () => {
  it('ignores case and marks across colours', () => {
    const spans = parseAnsi(`${ESC}[31mcon${ESC}[0mnection refused`);
    const text = spans.map(span => span.text).join('');
    const marked = markSpans(spans, matchRanges(text, 'CONNECTION'));
    expect(marked.map(span => [span.text, span.marked])).toEqual([
      ['con', true],
      ['nection', true],
      [' refused', false],
    ]);
    expect(matchingLines(['a', 'Ab', 'c'], 'A')).toEqual([0, 1]);
    expect(matchRanges('abc', '')).toEqual([]);
  });

  it('never loses or changes a character', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ maxLength: 3 }), (text, sought) => {
        const spans = parseAnsi(text);
        const shown = spans.map(span => span.text).join('');
        const marked = markSpans(spans, matchRanges(shown, sought));
        expect(marked.map(span => span.text).join('')).toBe(shown);
        for (const span of marked.filter(each => each.marked)) {
          expect(sought.toLowerCase()).toContain(span.text.toLowerCase());
        }
      }),
    );
  });
});

it.each([
  ['FAIL cart/checkout_test.go:88', true],
  ['error: expected status 200', true],
  ['exit status 1', true],
  ['npm ERR! code 1', true],
  ['not ok 4 - an item sells out', true],
  ['whether or not ok 4', false],
  ['0 errors, 12 passed', false],
  ['handler registered', false],
  ['exit status 0', false],
])('%s: looks like a failure: %s', (line, failure) => {
  expect(looksLikeFailure(line)).toBe(failure);
});

function answer(
  from: number,
  to: number,
  rest: Partial<LogsResponse> = {},
): LogsResponse {
  const lines = Array.from({ length: to - from + 1 }, (_, index) => ({
    time: `t${from + index}`,
    text: `line ${from + index}`,
  }));
  return {
    container: 'main',
    containers: [{ name: 'main', role: 'main', state: 'running' }],
    lines,
    hasOlder: from > 1,
    truncated: false,
    complete: false,
    newest: lines.length > 0 ? `t${to}` : undefined,
    ...rest,
  };
}

describe('LogFollower', () => {
  const queries: LogsQuery[] = [];
  let next: LogsResponse | Error;
  let follower: LogFollower;
  let stop: () => void;
  const texts = () => follower.getSnapshot().log?.lines.map(line => line.text);

  beforeEach(() => {
    jest.useFakeTimers();
    queries.length = 0;
    follower = new LogFollower({
      load: async query => {
        queries.push(query);
        if (next instanceof Error) {
          throw next;
        }
        return next;
      },
    });
  });

  afterEach(() => {
    stop();
    jest.useRealTimers();
  });

  const start = async (first: LogsResponse | Error) => {
    next = first;
    stop = follower.subscribe(() => {});
    await jest.advanceTimersByTimeAsync(0);
  };

  it('follows from the last line until the container has ended', async () => {
    await start(answer(1, 2));
    expect(queries).toEqual([{ tailLines: 1_000 }]);
    next = answer(3, 3);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(queries[1]).toEqual({ since: 't2' });
    expect(texts()).toEqual(['line 1', 'line 2', 'line 3']);
    next = answer(4, 3, { complete: true });
    await jest.advanceTimersByTimeAsync(1_000);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(queries).toHaveLength(3);
    expect(follower.getSnapshot().log?.complete).toBe(true);
    const { log } = follower.getSnapshot();
    expect(log && logText(log)).toBe('t1 line 1\nt2 line 2\nt3 line 3\n');
  });

  it('keeps what it has while the portal holds it back, and waits for as long', async () => {
    await start(answer(1, 2));
    next = Object.assign(new Error('too many'), {
      name: 'TooManyRequestsError',
      retryAfter: 9,
    });
    await jest.advanceTimersByTimeAsync(1_000);
    expect(follower.getSnapshot().error).toBe(next);
    expect(texts()).toEqual(['line 1', 'line 2']);
    next = answer(3, 3);
    await jest.advanceTimersByTimeAsync(8_999);
    expect(queries).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(1);
    expect(texts()).toEqual(['line 1', 'line 2', 'line 3']);
  });

  it('reads further back, and knows line numbers once it has the first line', async () => {
    await start(answer(500, 501));
    const { log } = follower.getSnapshot();
    expect(log && lineNumber(log, 0)).toBeUndefined();
    next = answer(1, 501);
    follower.loadOlder();
    expect(follower.getSnapshot().loadingOlder).toBe(true);
    await jest.advanceTimersByTimeAsync(0);
    expect(queries[1]).toEqual({ tailLines: 5_000 });
    const all = follower.getSnapshot();
    expect(all.loadingOlder).toBe(false);
    expect(all.log && lineNumber(all.log, 500)).toBe(501);
    follower.loadOlder();
    await jest.advanceTimersByTimeAsync(0);
    expect(queries).toHaveLength(2);
  });

  it('keeps what it read while requests fail, and goes on', async () => {
    await start(answer(1, 1));
    next = new Error('The plane is offline');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(texts()).toEqual(['line 1']);
    expect(follower.getSnapshot().error?.message).toBe('The plane is offline');
    next = answer(2, 2);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(follower.getSnapshot().error).toBeUndefined();
    expect(texts()).toEqual(['line 1', 'line 2']);
  });

  it('asks nothing while nobody listens, and goes on for the next listener', async () => {
    await start(answer(1, 1));
    stop();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(queries).toHaveLength(1);
    stop = follower.subscribe(() => {});
    // As in strict mode: gone and back before anything happened.
    stop();
    stop = follower.subscribe(() => {});
    await jest.advanceTimersByTimeAsync(1_000);
    expect(queries.length).toBeGreaterThan(1);
  });
});
