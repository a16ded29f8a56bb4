import fc from 'fast-check';
import { InvalidAddressError } from './errors';
import {
  planeStatusPath,
  reconnectPath,
  resourceStatusPath,
  tunnelPath,
} from './gatewayPaths';
import { isStreaming } from './isStreaming';
import type { TunnelAddress } from './types';

const address: TunnelAddress = {
  planeType: 'dataplane',
  planeID: 'eu-west',
  namespace: 'acme',
  name: 'prod.eu',
};

/** Texts that somebody might try, and any other. */
const hostile = fc.oneof(
  fc.constantFrom(
    '',
    '.',
    '..',
    '%2e%2e',
    '..%2f',
    'a/b',
    'a%2Fb',
    'a\\b',
    'a\u0000',
    '_cluster',
    'a?watch=1',
    'a#b',
    'a;b',
    'ａ',
    '\r\nHost: x',
  ),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ unit: fc.constantFrom('a', '-', '.', '/', '%', '2', 'F', '?') }),
);

/** What a server makes of it that decodes the path, as Go does, and one behind it that decodes it once more. */
function expectWithinSegments(path: string, segments: readonly string[]) {
  const [pathname = '', ...queries] = path.split('?');
  expect(queries.length).toBeLessThan(2);
  expect(new URL(path, 'https://gateway').pathname).toBe(pathname);
  const once = pathname.split('/').map(decodeURIComponent);
  expect(once).toEqual(['', ...segments]);
  expect(once.join('/').split('/').map(decodeURIComponent)).toEqual(once);
}

function built(build: () => string): string | undefined {
  try {
    return build();
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidAddressError);
    return undefined;
  }
}

describe('gateway paths', () => {
  it('are those of the gateway', () => {
    const { namespace: _, ...cluster } = address;
    expect(planeStatusPath(address)).toBe(
      '/api/v1/planes/dataplane/eu-west/status',
    );
    expect(resourceStatusPath(address)).toBe(
      '/api/v1/planes/dataplane/eu-west/status?namespace=acme&name=prod.eu',
    );
    expect(resourceStatusPath(cluster)).toBe(
      '/api/v1/planes/dataplane/eu-west/status?name=prod.eu',
    );
    expect(reconnectPath(address)).toBe(
      '/api/v1/planes/dataplane/eu-west/reconnect',
    );
    expect(tunnelPath(address, { path: ['version'] })).toBe(
      '/api/proxy/dataplane/eu-west/acme/prod.eu/k8s/version',
    );
    expect(
      tunnelPath(cluster, {
        path: ['api', 'v1', 'pods'],
        query: { labelSelector: 'app=cluster-agent', limit: '1' },
      }),
    ).toBe(
      '/api/proxy/dataplane/eu-west/_cluster/prod.eu/k8s/api/v1/pods?labelSelector=app%3Dcluster-agent&limit=1',
    );
  });

  it.each<[Partial<TunnelAddress>, RegExp]>([
    [{ planeID: '../../x' }, /planeID "..\/..\/x" must not go into a URL/],
    [{ planeID: 'EU' }, /planeID/],
    [{ planeID: '' }, /planeID/],
    [{ planeID: 'a'.repeat(64) }, /planeID/],
    [{ namespace: '_cluster' }, /namespace/],
    [{ namespace: 'a.b' }, /namespace/],
    [{ namespace: '' }, /namespace/],
    [{ name: '..' }, /name/],
    [{ name: `${'a'.repeat(250)}.${'b'.repeat(9)}` }, /name/],
  ])('refuse %j', (part, message) => {
    expect(() =>
      tunnelPath({ ...address, ...part }, { path: ['version'] }),
    ).toThrow(message);
  });

  it('refuse an empty path', () => {
    expect(() => tunnelPath(address, { path: [] })).toThrow(/one segment/);
  });

  it('let no part of an address escape its segment', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (planeID, namespace, name) => {
        const given = { ...address, planeID, namespace, name };
        const status = built(() => planeStatusPath(given));
        if (status !== undefined) {
          expectWithinSegments(status, [
            ...['api', 'v1', 'planes', 'dataplane', planeID, 'status'],
          ]);
        }
        const path = built(() => tunnelPath(given, { path: ['version'] }));
        if (path !== undefined) {
          expectWithinSegments(path, [
            ...['api', 'proxy', 'dataplane', planeID, namespace, name],
            ...['k8s', 'version'],
          ]);
        }
      }),
    );
  });

  it('let no segment and no query escape', () => {
    fc.assert(
      fc.property(
        fc.array(hostile, { minLength: 1, maxLength: 4 }),
        fc.dictionary(hostile, hostile, { maxKeys: 3 }),
        (segments, query) => {
          const path = built(() =>
            tunnelPath(address, { path: segments, query }),
          );
          if (path === undefined) {
            return;
          }
          expectWithinSegments(path, [
            ...['api', 'proxy', 'dataplane', 'eu-west', 'acme', 'prod.eu'],
            ...['k8s', ...segments],
          ]);
          const { search } = new URL(path, 'https://gateway');
          expect(Object.fromEntries(new URLSearchParams(search))).toEqual(
            Object.fromEntries(Object.entries(query)),
          );
        },
      ),
    );
  });
});

describe('isStreaming', () => {
  it.each<[string[], Record<string, string> | undefined, boolean]>([
    [['api', 'v1', 'pods'], { watch: 'true' }, true],
    [['api', 'v1', 'pods'], { watch: '1' }, true],
    [['api', 'v1', 'pods'], { Watch: '' }, true],
    [
      ['api', 'v1', 'namespaces', 'x', 'pods', 'y', 'log'],
      { follow: '1' },
      true,
    ],
    [['api', 'v1', 'watch', 'pods'], undefined, true],
    [
      ['apis', 'argoproj.io', 'v1alpha1', 'watch', 'workflows'],
      undefined,
      true,
    ],
    [['api', 'v1', 'namespaces', 'watch'], { limit: '1' }, false],
    [['version'], undefined, false],
  ])('%j with %j: %s', (path, query, expected) => {
    expect(isStreaming({ path, query })).toBe(expected);
  });
});
