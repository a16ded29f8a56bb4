import { mockServices } from '@backstage/backend-test-utils';
import { readConnectionTestConfig } from './readConnectionTestConfig';

function read(connectionTest: object) {
  return readConnectionTestConfig(
    mockServices.rootConfig({
      data: { openchoreo: { planes: { connectionTest } } },
    }),
  );
}

describe('openchoreo.planes.connectionTest', () => {
  it('need not be there', () => {
    expect(read({})).toEqual({
      timeoutMs: 60_000,
      cacheForMs: 10_000,
      maxConcurrent: 5,
    });
  });

  it('is read', () => {
    expect(
      read({ timeout: '2m', cacheFor: { seconds: 3 }, maxConcurrent: 1 }),
    ).toEqual({ timeoutMs: 120_000, cacheForMs: 3_000, maxConcurrent: 1 });
  });

  it.each([
    ['maxConcurrent', 0],
    ['maxConcurrent', 1.5],
    ['timeout', '0s'],
    ['cacheFor', '0s'],
  ])('names the key %s when its value is %s', (key, value) => {
    expect(() => read({ [key]: value })).toThrow(
      `'openchoreo.planes.connectionTest.${key}'`,
    );
  });
});
