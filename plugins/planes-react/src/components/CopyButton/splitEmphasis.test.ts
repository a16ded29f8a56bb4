import { splitEmphasis } from './splitEmphasis';

const strong = (command: string, ...values: string[]) =>
  splitEmphasis(command, values)
    .filter(part => part.strong)
    .map(({ text }) => text);

describe('splitEmphasis', () => {
  it.each([
    ['helm --set planeID=edge-02 \\', ['edge-02'], ['edge-02']],
    ['--set a=wss://g.test/ws b', ['wss://g.test/ws'], ['wss://g.test/ws']],
    ['edge edge-02 my-edge edge', ['edge'], ['edge', 'edge']],
    ['a+b (c', ['a+b', '(c'], ['a+b', '(c']],
    ['nothing of it', ['', 'other'], []],
  ])('finds in %j of %j %j', (command, values, expected) => {
    expect(strong(command, ...values)).toEqual(expected);
  });

  it('loses nothing of the command', () => {
    const command = 'x edge-02 y\n  edge-02';
    const parts = splitEmphasis(command, ['edge-02', 'y']);
    expect(parts.map(({ text }) => text).join('')).toBe(command);
  });
});
