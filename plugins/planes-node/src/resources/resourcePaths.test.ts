import fc from 'fast-check';
import {
  objectPath,
  objectsPath,
  planePath,
  planesPath,
  secretPath,
  secretsPath,
} from './resourcePaths';

const HOSTILE = [
  '',
  '.',
  '..',
  'a/b',
  '../x',
  'a%2fb',
  'a?b',
  'a#b',
  'A',
  'a_b',
  '-a',
  'a-',
  'a..b',
  'a b',
  'a\n',
  'a'.repeat(254),
  'ä',
  undefined,
  null,
  7,
  ['a'],
];

/** The path of a plane; that of another where it is refused. */
function pathOrRefusal(namespace: string, name: string): string {
  try {
    return planePath({ kind: 'DataPlane', namespace, name });
  } catch (error) {
    if (error instanceof TypeError) {
      return planePath({ kind: 'DataPlane', namespace: 'a', name: 'a' });
    }
    throw error;
  }
}

describe('paths of resources', () => {
  it('are those of the Kubernetes API', () => {
    const plane = { kind: 'DataPlane', namespace: 'acme', name: 'eu' } as const;
    const root = '/apis/openchoreo.dev/v1alpha1';
    expect(planesPath(plane)).toBe(`${root}/namespaces/acme/dataplanes`);
    expect(planePath(plane)).toBe(`${root}/namespaces/acme/dataplanes/eu`);
    expect(planePath({ kind: 'ClusterBuildPlane', name: 'eu.west-1' })).toBe(
      `${root}/clusterbuildplanes/eu.west-1`,
    );
    const run = { plural: 'workflowruns', namespace: 'acme', name: 'run-1' };
    expect(objectPath(run)).toBe(`${root}/namespaces/acme/workflowruns/run-1`);
    expect(objectPath({ plural: 'clusterworkflows', name: 'docker' })).toBe(
      `${root}/clusterworkflows/docker`,
    );
    const secret = { namespace: 'acme', name: 'eu-ca' };
    expect(secretsPath(secret)).toBe('/api/v1/namespaces/acme/secrets');
    expect(secretPath(secret)).toBe('/api/v1/namespaces/acme/secrets/eu-ca');
  });

  it.each(HOSTILE)('are not made of the name %j', value => {
    const name = Object(value).valueOf();
    for (const path of [
      () => planesPath({ kind: 'ClusterDataPlane', name }),
      () => planePath({ kind: 'DataPlane', namespace: 'acme', name }),
      () => secretsPath({ namespace: 'acme', name }),
      () => secretPath({ namespace: 'acme', name }),
      () => objectsPath({ plural: 'workflowruns', namespace: 'acme', name }),
      () => objectPath({ plural: 'clusterworkflows', name }),
    ]) {
      expect(path).toThrow(TypeError);
    }
  });

  it.each([...HOSTILE, 'a.b', 'a'.repeat(64)])(
    'are not made of the namespace %j',
    value => {
      const namespace = Object(value).valueOf();
      for (const path of [
        () => planePath({ kind: 'DataPlane', namespace, name: 'eu' }),
        () => secretPath({ namespace, name: 'eu' }),
        () =>
          objectPath({
            plural: 'workflowruns',
            namespace: namespace ?? '',
            name: 'eu',
          }),
      ]) {
        expect(path).toThrow(TypeError);
      }
    },
  );

  it.each(HOSTILE)('are not made of the plural %j', value => {
    const plural = Object(value).valueOf();
    expect(() => objectPath({ plural, name: 'eu' })).toThrow(TypeError);
  });

  it('are only of plane kinds, in their scope', () => {
    const name = 'eu';
    expect(() => planePath({ kind: 'DataPlane', name })).toThrow(TypeError);
    expect(() =>
      planePath({ kind: 'ClusterDataPlane', namespace: 'acme', name }),
    ).toThrow('A ClusterDataPlane belongs to no namespace');
    expect(() => planePath({ kind: Object('Secret'), name })).toThrow(
      TypeError,
    );
  });

  it('have as many segments as they should, or are refused', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (namespace, name) => {
        const path = pathOrRefusal(namespace, name);
        const { pathname, search, hash } = new URL(path, 'https://api');
        expect(pathname.split('/')).toHaveLength(8);
        expect(search + hash).toBe('');
      }),
    );
  });
});
