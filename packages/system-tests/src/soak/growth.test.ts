import { growthOf } from './growth';

const samples = (values: readonly number[]) =>
  values.map((value, index) => ({ atMs: index * 1_000, value }));

describe('growthOf', () => {
  it.each([
    ['stands still', [100, 100, 100, 100]],
    ['goes up and down', [100, 140, 95, 120, 100, 98, 130, 101]],
    ['has one outlier', [100, 100, 900, 100, 100, 100]],
    ['falls', [300, 200, 100]],
    ['was measured once', [7]],
  ])('takes for flat what %s', (_, values) => {
    expect(growthOf(samples(values), 10)).toMatchObject({ isFlat: true });
  });

  it('finds what grows under noise', () => {
    const noise = [0, 9, -9, 4, -7, 8, -3, 1, -5, 6];
    const values = noise.map((each, index) => 100 + index * 5 + each);
    const { growth, isFlat } = growthOf(samples(values), 10);
    expect(isFlat).toBe(false);
    expect(growth).toBeGreaterThan(30);
  });

  it('allows what means nothing', () => {
    expect(growthOf(samples([1, 2, 3]), 3).isFlat).toBe(true);
    expect(growthOf(samples([1_000, 1_010, 1_020]), 3).isFlat).toBe(true);
  });
});
