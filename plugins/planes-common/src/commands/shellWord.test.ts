import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { shellWord } from './shellWord';

describe('a word of a command', () => {
  it('reaches the program as it is, whatever it holds', () => {
    const anyWord = fc.string().filter(word => !word.includes('\0'));
    const hostile = fc.constantFrom(
      `'; rm -rf "$HOME"; '`,
      '$(id)',
      '`id`',
      'a\nb',
      '{"a":"it\'s"}',
      '*',
      '',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyWord, hostile), { minLength: 1, maxLength: 20 }),
        words => {
          const script = `printf '%s\\0' ${words.map(shellWord).join(' ')}`;
          const printed = execFileSync('sh', ['-c', script]).toString();
          expect(printed.split('\0').slice(0, -1)).toEqual(words);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('stays without quotes where it needs none', () => {
    expect(shellWord('dataplanes.openchoreo.dev')).toBe(
      'dataplanes.openchoreo.dev',
    );
  });
});
