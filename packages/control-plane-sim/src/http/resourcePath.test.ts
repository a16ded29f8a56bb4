import { parseResourcePath, verbOf } from './resourcePath';

const openchoreo = { group: 'openchoreo.dev', version: 'v1alpha1' };
const core = { group: '', version: 'v1' };

describe('parseResourcePath', () => {
  it.each([
    [
      '/apis/openchoreo.dev/v1alpha1/dataplanes',
      { ...openchoreo, plural: 'dataplanes' },
    ],
    [
      '/apis/openchoreo.dev/v1alpha1/namespaces/acme/dataplanes/a/status',
      {
        ...openchoreo,
        plural: 'dataplanes',
        namespace: 'acme',
        name: 'a',
        subresource: 'status',
      },
    ],
    [
      '/apis/openchoreo.dev/v1alpha1/clusterdataplanes/a',
      { ...openchoreo, plural: 'clusterdataplanes', name: 'a' },
    ],
    ['/api/v1/namespaces', { ...core, plural: 'namespaces' }],
    [
      '/api/v1/namespaces/acme',
      { ...core, plural: 'namespaces', name: 'acme' },
    ],
    [
      '/api/v1/namespaces/acme/status',
      { ...core, plural: 'namespaces', name: 'acme', subresource: 'status' },
    ],
    [
      '/api/v1/namespaces/acme/secrets/s',
      { ...core, plural: 'secrets', namespace: 'acme', name: 's' },
    ],
    [
      '/api/v1/namespaces/a%2Fb/secrets',
      { ...core, plural: 'secrets', namespace: 'a/b' },
    ],
  ])('reads %s', (path, expected) => {
    expect(parseResourcePath(path)).toEqual(expected);
  });

  it.each([
    '/',
    '/version',
    '/api',
    '/api/v1',
    '/apis/openchoreo.dev/v1alpha1',
    '/api/v1/',
    '/api/v1/namespaces//secrets',
    '/api/v1/a/b/c/d',
  ])('finds no resource in %s', path => {
    expect(parseResourcePath(path)).toBeUndefined();
  });
});

describe('verbOf', () => {
  const one = { ...core, plural: 'secrets', namespace: 'a', name: 'b' };
  const all = { ...core, plural: 'secrets' };

  it.each([
    ['GET', one, '', 'get'],
    ['GET', one, 'watch=true', 'get'],
    ['GET', all, '', 'list'],
    ['GET', all, 'watch=0', 'list'],
    ['GET', all, 'watch=1', 'watch'],
    ['POST', all, '', 'create'],
    ['PUT', one, '', 'update'],
    ['PATCH', one, '', 'patch'],
    ['DELETE', one, '', 'delete'],
    ['DELETE', all, '', 'deletecollection'],
  ])('%s %j?%s is %s', (method, path, query, verb) => {
    expect(verbOf(method, path, new URLSearchParams(query))).toBe(verb);
  });
});
