import { readOptions } from './readOptions';

describe('readOptions', () => {
  it('reads every option', () => {
    expect(
      readOptions([
        '--directory=state',
        '--port=6443',
        '--world=empty',
        '--release=v0.17.0',
        '--planes=500',
        '--control-plane-name=demo',
      ]),
    ).toEqual({
      directory: 'state',
      port: 6443,
      world: 'empty',
      release: 'v0.17.0',
      planes: 500,
      name: 'demo',
    });
  });

  it('shows the demo on a free port unless told otherwise', () => {
    expect(readOptions(['--directory', 'state'])).toEqual({
      directory: 'state',
      world: 'demo',
    });
    expect(readOptions(['--help'])).toBe('help');
  });

  it.each([
    [[], '--directory is missing'],
    [['--directory=d', '--port=no'], '--port takes a whole number up to 65535'],
    [['--directory=d', '--port=70000'], "not '70000'"],
    [['--directory=d', '--world=big'], "--world takes 'demo' or 'empty'"],
    [['--directory=d', '--release=v1.0.0'], '--release goes with'],
    [['--directory=d', '--colour'], "Unknown option '--colour'"],
  ])('says what is wrong with %p', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});
