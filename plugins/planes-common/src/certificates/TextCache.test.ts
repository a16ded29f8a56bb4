import { TextCache } from './TextCache';

describe('TextCache', () => {
  it('forgets what is not asked for while others come', () => {
    const cache = new TextCache<number>({
      maxTextLength: 4,
      maxTotalLength: 12,
    });
    cache.set('aaa', 1);
    cache.set('bbb', 2);
    cache.set('ccc', 3);
    expect(cache.get('aaa')).toBe(1);
    cache.set('ddd', 4);
    expect(cache.get('bbb')).toBeUndefined();
    expect([cache.get('aaa'), cache.get('ccc'), cache.get('ddd')]).toEqual([
      1, 3, 4,
    ]);
  });

  it('stays within its bounds', () => {
    const cache = new TextCache<number>({
      maxTextLength: 4,
      maxTotalLength: 12,
    });
    const texts = Array.from({ length: 50 }, (_, i) => `t${i}`.padEnd(4));
    for (const text of texts) {
      cache.set(text, 1);
    }
    const kept = texts.filter(text => cache.get(text) !== undefined);
    expect(kept.join('').length).toBeLessThanOrEqual(12);
    expect(kept).toContain(texts[49]);
  });

  it('does not take a text that is too long', () => {
    const cache = new TextCache<number>({
      maxTextLength: 4,
      maxTotalLength: 20,
    });
    cache.set('aaaaa', 1);
    expect(cache.get('aaaaa')).toBeUndefined();
  });
});
