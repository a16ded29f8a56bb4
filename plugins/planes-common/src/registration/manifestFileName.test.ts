import { manifestFileName } from './manifestFileName';

describe('manifestFileName', () => {
  it.each([
    ['ClusterDataPlane', 'edge-02', 'clusterdataplane-edge-02.yaml'],
    ['DataPlane', undefined, 'dataplane.yaml'],
    ['DataPlane', '../../etc/passwd', 'dataplane.yaml'],
    ['DataPlane', 'a b; rm -rf .', 'dataplane.yaml'],
    ['DataPlane', 'x'.repeat(300), 'dataplane.yaml'],
    [undefined, undefined, 'plane.yaml'],
  ])('calls %s %s %s', (kind, name, expected) => {
    expect(manifestFileName({ kind, name })).toBe(expected);
  });
});
