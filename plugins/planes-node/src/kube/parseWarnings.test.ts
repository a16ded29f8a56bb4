import fc from 'fast-check';
import { parseWarnings } from './parseWarnings';
import { withoutContents } from './withoutContents';

const quote = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;

describe('parseWarnings', () => {
  it.each<[string | undefined, string[]]>([
    [undefined, []],
    ['', []],
    [
      '299 - "unknown field \\"spec.planeId\\""',
      ['unknown field "spec.planeId"'],
    ],
    [
      '299 - "first, and so on", 299 - "second"',
      ['first, and so on', 'second'],
    ],
    [
      '299 host:443 "dated" "Sat, 21 Nov 2026 10:00:00 GMT",299 - "next"',
      ['dated', 'next'],
    ],
    ['299 - "no end', []],
    ['nonsense', []],
  ])('reads %j', (header, texts) => {
    expect(parseWarnings(header)).toEqual(texts);
  });

  it('gives back every text that was put in', () => {
    const word = fc
      .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 })
      .map(text => text.replace(/\s+/g, ' ').trim())
      // What looks like a secret is masked, and one text in some ten thousand does.
      .filter(text => text !== '' && withoutContents(text) === text);
    fc.assert(
      fc.property(fc.array(word), texts => {
        const header = texts.map(text => `299 - ${quote(text)}`).join(', ');
        expect(parseWarnings(header)).toEqual(texts);
      }),
    );
  });

  it('reads UTF-8 out of what Node took for Latin-1', () => {
    const header = Buffer.from('299 - "für später"').toString('latin1');
    expect(parseWarnings(header)).toEqual(['für später']);
  });
});
