import { parseLabelSelector } from './labelSelector';

describe('parseLabelSelector', () => {
  const labels = { tier: 'a', weight: '5', 'example.com/team': 'x-1' };

  it.each([
    ['tier=a', true],
    ['tier==a', true],
    ['tier!=a', false],
    ['missing!=a', true],
    ['tier', true],
    ['!tier', false],
    ['!missing', true],
    ['tier in (a, b)', true],
    ['tier in (b)', false],
    ['missing in (a)', false],
    ['tier notin (a,b)', false],
    ['missing notin (a)', true],
    ['weight>4', true],
    ['weight<5', false],
    ['missing>4', false],
    ['example.com/team=x-1', true],
    ['tier in (a,b),weight=5', true],
    ['tier=a,weight=6', false],
  ])('%s: %s', (selector, expected) => {
    expect(parseLabelSelector(selector)?.(labels)).toBe(expected);
  });

  it.each([undefined, '', ' '])('selects everything by %j', selector => {
    expect(parseLabelSelector(selector)).toBeUndefined();
  });

  it.each(['a===b', 'a ~ b', 'in (a)', 'a in b', '=a'])(
    'cannot be read: %s',
    selector => {
      expect(() => parseLabelSelector(selector)).toThrow(
        'unable to parse requirement',
      );
    },
  );
});
