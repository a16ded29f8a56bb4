import { compileRule } from './ruleExpression';

function evaluate(rule: string, self: unknown, oldSelf?: unknown): unknown {
  return compileRule(rule)({ self, oldSelf });
}

describe('compileRule', () => {
  const once =
    '!has(oldSelf.ref) || size(oldSelf.ref) == 0 || oldSelf.ref == self.ref';

  it.each<[string, unknown, unknown, boolean]>([
    ['self == oldSelf', { a: [1] }, { a: [1] }, true],
    ['self == oldSelf', { a: [1] }, { a: [2] }, false],
    ['self != oldSelf', 1, 2, true],
    ["!has(self.kind) || self.kind == 'A'", {}, undefined, true],
    ["!has(self.kind) || self.kind == 'A'", { kind: 'A' }, undefined, true],
    ["!has(self.kind) || self.kind == 'A'", { kind: 'B' }, undefined, false],
    [once, { ref: 'new' }, {}, true],
    [once, { ref: 'new' }, { ref: '' }, true],
    [once, { ref: { b: 1, a: 2 } }, { ref: { a: 2, b: 1 } }, true],
    [once, { ref: 'new' }, { ref: 'old' }, false],
    ['has(self.a.b) && self.a.b == 3', { a: { b: 3 } }, undefined, true],
    ['(self == 1 || self == 2) && !(self == 2)', 2, undefined, false],
    ['size(self) == 2', [1, 2], undefined, true],
    ['self.flag == true', { flag: true }, undefined, true],
    ["self['a.b/c'] == 1", { 'a.b/c': 1 }, undefined, true],
    ['(has(self.a) ? self.a : 3) == 3', {}, undefined, true],
    ['(has(self.a) ? self.a : 3) == 3', { a: 1 }, undefined, false],
  ])('%s of %j, formerly %j, is %s', (rule, self, oldSelf, expected) => {
    expect(evaluate(rule, self, oldSelf)).toBe(expected);
  });

  it('fails on a field that is missing', () => {
    expect(() => evaluate('self.a == oldSelf.a', {}, { a: 1 })).toThrow(
      'no such key: a',
    );
  });

  it.each([
    'self.all(x, x > 1)',
    'self.a + 1 == 2',
    'other == 1',
    'self ==',
    '(self',
    'has(1)',
    'self[0]',
    'self ? 1',
  ])('does not take %s for something else', rule => {
    expect(() => compileRule(rule)).toThrow('is not understood');
  });
});
