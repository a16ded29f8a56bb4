import fc from 'fast-check';
import {
  ServerSentEvent,
  ServerSentEventParser,
} from './ServerSentEventParser';

function parse(...pieces: string[]): ServerSentEvent[] {
  const parser = new ServerSentEventParser();
  return pieces.flatMap(piece => parser.push(piece));
}

function cut(text: string, places: readonly number[]): string[] {
  const bounds = [0, ...places.map(place => place % (text.length + 1))];
  bounds.sort((a, b) => a - b);
  return [...bounds.keys()].map(i => text.slice(bounds[i], bounds[i + 1]));
}

const lineEnd = fc.constantFrom('\n', '\r', '\r\n');
const line = fc
  .array(
    fc.constantFrom('data', 'event', ':', ': ', ' ', 'é', '{"a":1}', 'id'),
    { maxLength: 5 },
  )
  .map(words => words.join(''));
const stream = fc
  .array(fc.tuple(line, lineEnd), { maxLength: 20 })
  .map(lines => lines.flat().join(''));

describe('ServerSentEventParser', () => {
  it.each([
    ['an event', 'event: step\ndata: {}\n\n', [['step', '{}']]],
    ['an event without a name', 'data:{}\n\n', [['message', '{}']]],
    [
      'two events',
      'event: a\ndata: 1\n\nevent: b\ndata: 2\n\n',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    ['data of several lines', 'data: a\ndata:  b\n\n', [['message', 'a\n b']]],
    ['a field without a value', 'data\n\n', [['message', '']]],
    ['a colon in the data', 'data: {"a":1}\n\n', [['message', '{"a":1}']]],
    ['a comment', ': still there\n\ndata: a\n\n', [['message', 'a']]],
    ['a name without data', 'event: a\n\ndata: b\n\n', [['message', 'b']]],
    ['other fields', 'id: 1\nretry: 2\ndata: a\n\n', [['message', 'a']]],
    ['an end before the empty line', 'data: a\n', []],
  ])('reads %s', (_, text, expected) => {
    expect(parse(text).map(({ type, data }) => [type, data])).toEqual(expected);
  });

  it('does not mind where the stream is cut, and which line ends it has', () => {
    fc.assert(
      fc.property(
        stream,
        fc.array(fc.nat(), { maxLength: 30 }),
        (text, places) => {
          const expected = parse(text.replace(/\r\n|\r/g, '\n'));
          expect(parse(...cut(text, places))).toEqual(expected);
          expect(parse(...text)).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });
});
