import { TestClusterGateway } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import fc from 'fast-check';
import { TestArgoCluster } from '../__testUtils__/TestArgoCluster';
import { ContainerLog } from './ContainerLog';
import { logLines } from './logLines';
import { isLater, parseLogTime, toSinceTime } from './logTime';
import { plainText } from './plainText';
import { readLogsQuery } from './readLogsQuery';

const LIMIT = 10 * 1024;
const LONG = 'x'.repeat(70);

describe('plainText', () => {
  it.each([
    ['text', 'Step 1/2 : ✓ größer\tdone', 'Step 1/2 : ✓ größer\tdone'],
    [
      'colours',
      '\u001b[1;31mred\u001b[0m plain',
      '\u001b[1;31mred\u001b[0m plain',
    ],
    ['256 colours', '\u001b[38;5;9mred\u001b[m', '\u001b[38;5;9mred\u001b[m'],
    ['cursor and screen', '\u001b[2J\u001b[1;1Hhello\u001b[?25l', 'hello'],
    ['titles', '\u001b]0;evil\u0007shown', 'shown'],
    ['links', '\u001b]8;;https://evil\u001b\\text\u001b]8;;\u001b\\', 'text'],
    ['device strings', 'a\u001bPevil\u001b\\b', 'ab'],
    ['other escapes', '\u001b(Ba\u001b7b\u001bcc', 'abc'],
    ['a lone escape at the end', 'end\u001b', 'end'],
    ['controls', 'a\u0000b\u0008c\u007fd\u009be\u0085f', 'abcdef'],
    ['a line of Windows', 'text\r', 'text'],
    ['progress', ' 10 %\r 55 %\r100 %\r', '100 %'],
  ])('%s', (_name, line, expected) => {
    expect(plainText(line)).toBe(expected);
  });

  it('leaves no control character but tabs and the escapes of looks, whatever comes', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 3 }),
        fc.constantFrom(
          '\u001b',
          '[',
          ']',
          '0',
          ';',
          'm',
          '\u0007',
          '\r',
          '\u009b',
        ),
      ),
      { maxLength: 15 },
    );
    fc.assert(
      fc.property(pieces, parts => {
        const text = plainText(parts.join(''));
        const rest = text
          .split('\t')
          .join('')
          .split('\u001b')
          .map((part, index) =>
            index > 0 ? part.replace(/^\[[\d;:]*m/, '') : part,
          )
          .join('');
        expect(rest).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});

describe('logTime', () => {
  it.each([
    ['2026-11-21T01:17:35.100000001Z', '2026-11-21T01:17:35.1Z', true],
    ['2026-11-21T01:17:35.1Z', '2026-11-21T01:17:35.09Z', true],
    ['2026-11-21T01:17:35Z', '2026-11-21T01:17:34.999999999Z', true],
    ['2026-11-21T03:17:35.5+02:00', '2026-11-21T01:17:35.5Z', false],
    ['2026-11-21T03:17:35.6+02:00', '2026-11-21T01:17:35.5Z', true],
    ['2026-11-21T01:17:35.1Z', '2026-11-21T01:17:35.100Z', false],
  ])('%s is later than %s: %s', (a, b, expected) => {
    const [one, other] = [parseLogTime(a), parseLogTime(b)];
    expect(one && other && isLater(one, other)).toBe(expected);
  });

  it.each([
    '',
    'now',
    '2026-11-21',
    '2026-11-21T01:17:35',
    '2026-13-21T01:17:35Z',
    '2026-11-21T01:17:35.1234567890Z',
  ])('%j is none', text => {
    expect(parseLogTime(text)).toBeUndefined();
  });

  it('asks Kubernetes for whole seconds', () => {
    const time = parseLogTime('2026-11-21T03:17:35.999999999+02:00');
    expect(time && toSinceTime(time)).toBe('2026-11-21T01:17:35Z');
  });
});

describe('logLines', () => {
  it('takes times off, of empty lines too, and keeps lines that have none', () => {
    expect(
      logLines(
        '2026-11-21T01:17:35.5Z hello world\n2026-11-21T01:17:36Z \n2026-11-21T01:17:37Z\nunable to retrieve the log\n',
      ),
    ).toEqual([
      { time: '2026-11-21T01:17:35.5Z', text: 'hello world' },
      { time: '2026-11-21T01:17:36Z', text: '' },
      { time: '2026-11-21T01:17:37Z', text: '' },
      { text: 'unable to retrieve the log' },
    ]);
    expect(logLines('')).toEqual([]);
  });

  it('has no half line where the text was cut, and the last one where it was not', () => {
    const text = '2026-11-21T01:17:35Z whole\n2026-11-21T01:17:36Z hal';
    expect(logLines(text, { isCut: true })).toHaveLength(1);
    expect(logLines(text)).toHaveLength(2);
  });
});

describe('readLogsQuery', () => {
  it('reads what is there', () => {
    expect(readLogsQuery({})).toEqual({});
    expect(
      readLogsQuery({
        container: 'main',
        tailLines: '500',
        since: '2026-11-21T01:17:35.123456789Z',
      }),
    ).toEqual({
      container: 'main',
      tailLines: 500,
      since: '2026-11-21T01:17:35.123456789Z',
    });
  });

  it.each([
    [{ tailLines: '0' }, /'tailLines' must be a whole number from 1 to 50000/],
    [{ tailLines: '50001' }, /'tailLines'/],
    [{ tailLines: '1e3' }, /'tailLines'/],
    [{ tailLines: ['1', '2'] }, /'tailLines'/],
    [{ container: ['a', 'b'] }, /'container' must be the name of a container/],
    [{ since: 'yesterday' }, /'since' must be a time of RFC 3339/],
  ])('names what is wrong: %j', (query, message) => {
    expect(() => readLogsQuery(query)).toThrow(message);
  });
});

describe('ContainerLog', () => {
  const gateway = new TestClusterGateway();
  const cluster = new TestArgoCluster(gateway);
  const log = new ContainerLog(
    {
      gateway,
      address: { planeType: 'workflowplane', planeID: 'p', name: 'p' },
      reference: {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Workflow',
        name: 'wf',
        namespace: 'runs',
      },
    },
    { pod: 'pod', container: 'main' },
    { signal: new AbortController().signal, maxBytes: LIMIT },
  );

  const at = (ms: number) =>
    new Date(Date.parse('2026-11-21T01:17:00Z') + ms).toISOString();

  /** A log of lines so many milliseconds after the full minute. */
  function write(times: readonly number[], padding = '') {
    cluster.logs.set(
      'pod/main',
      times.map((ms, index) => `${at(ms)} ${index}${padding}\n`).join(''),
    );
  }
  const since = (ms: number) =>
    parseLogTime(at(ms)) ?? { seconds: 0, nanoseconds: 0 };
  const texts = (lines: readonly { text: string }[]) =>
    lines.map(({ text }) => text);

  beforeEach(() => {
    cluster.queries.length = 0;
    cluster.failures.clear();
  });

  it('gives the end first, and tells whether there is more before it', async () => {
    write([0, 1, 2, 3, 4]);
    const end = await log.tail(2);
    expect(texts(end.lines)).toEqual(['3', '4']);
    expect(end).toMatchObject({ hasOlder: true, truncated: false });
    const all = await log.tail(5);
    expect(texts(all.lines)).toEqual(['0', '1', '2', '3', '4']);
    expect(all.hasOlder).toBe(false);
    expect(cluster.queries).toEqual([
      {
        container: 'main',
        timestamps: 'true',
        limitBytes: String(LIMIT),
        tailLines: '3',
      },
      expect.objectContaining({ tailLines: '6' }),
    ]);
  });

  it('follows without leaving out or repeating a line, also of the same second', async () => {
    const times = Array.from({ length: 200 }, (_, i) => i * 130);
    const seen: string[] = [];
    let newest = -1;
    for (let written = 1; written <= times.length; written += 7) {
      write(times.slice(0, written));
      const part =
        newest < 0 ? await log.tail(50) : await log.after(since(newest));
      seen.push(...texts(part.lines));
      newest = times[written - 1];
    }
    expect(seen).toEqual(seen.map((_, index) => String(index)));
    expect(seen.length).toBeGreaterThan(190);
    expect(cluster.queries.at(-1)).toMatchObject({
      sinceTime: expect.stringMatching(/^2026-11-21T01:17:\d\dZ$/),
    });
    expect(cluster.queries.at(-1)).not.toHaveProperty('tailLines');
  });

  it('has nothing where nothing is new', async () => {
    write([0, 500]);
    expect(await log.after(since(500))).toEqual({
      lines: [],
      hasOlder: false,
      hasNewer: false,
      truncated: false,
    });
  });

  it('keeps the end of a log that is too large, and says so', async () => {
    write(
      Array.from({ length: 300 }, (_, i) => i),
      LONG,
    );
    const part = await log.tail(300);
    expect(part).toMatchObject({ truncated: true, hasOlder: false });
    expect(part.lines.at(-1)?.text).toMatch(/^299x/);
    expect(part.lines.length).toBeGreaterThan(50);
    expect(cluster.queries).toHaveLength(2);
  });

  it('has what fits of lines that grow, after three tries', async () => {
    const text = (size: number, index: number) =>
      `${at(index)} ${'x'.repeat(size)}\n`;
    cluster.logs.set(
      'pod/main',
      [
        ...Array.from({ length: 100 }, () => 10),
        ...Array.from({ length: 100 }, () => 1_000),
      ]
        .map(text)
        .join(''),
    );
    const part = await log.tail(200);
    expect(part).toMatchObject({ truncated: true, hasOlder: false });
    expect(cluster.queries).toHaveLength(3);
  });

  it('follows one that grows faster than it can be read, in order', async () => {
    write(
      Array.from({ length: 300 }, (_, i) => i * 1_000),
      LONG,
    );
    const first = await log.after(since(0));
    expect(first).toMatchObject({ truncated: false, hasNewer: true });
    expect(first.lines[0].text).toMatch(/^1x/);
    const last = parseLogTime(first.lines.at(-1)?.time ?? '');
    const second = last && (await log.after(last));
    expect(second?.lines[0].text).toMatch(
      new RegExp(`^${first.lines.length + 1}x`),
    );
  });

  it('gets past more than can be read of one second', async () => {
    write(
      Array.from({ length: 300 }, (_, i) => i),
      LONG,
    );
    const part = await log.after(since(250));
    expect(part.truncated).toBe(true);
    expect(part.lines.at(-1)?.text).toMatch(/^299x/);
    expect(part.lines.at(0)?.text).toMatch(/^2\d\dx/);
  });

  it('replaces what is no UTF-8', async () => {
    cluster.logs.set('pod/main', `${at(0)} a\uFFFDb\n`);
    expect(texts((await log.tail(5)).lines)).toEqual(['a\uFFFDb']);
  });

  it.each([
    ['not-found', 404, 'NotFoundError'],
    ['kubernetes-error', 400, 'ConflictError'],
    ['kubernetes-error', 500, 'ServiceUnavailableError'],
    ['no-agent', 502, 'ServiceUnavailableError'],
  ] as const)('cannot be read: %s %i is a %s', async (reason, status, name) => {
    const message = 'container "main" in pod "x" is waiting to start';
    cluster.failures.set('log', { reason, status, message });
    await expect(log.tail(5)).rejects.toMatchObject({ name });
  });
});
