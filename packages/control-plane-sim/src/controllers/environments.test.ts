import { countEnvironmentsUsing } from './environments';

function environment(namespace: string, dataPlaneRef?: unknown) {
  return { metadata: { namespace, name: 'e' }, spec: { dataPlaneRef } };
}

describe('countEnvironmentsUsing', () => {
  const environments = [
    environment('acme', { kind: 'DataPlane', name: 'eu' }),
    environment('acme', { kind: 'DataPlane', name: 'eu' }),
    environment('acme', { kind: 'ClusterDataPlane', name: 'eu' }),
    environment('globex', { kind: 'DataPlane', name: 'eu' }),
    environment('acme'),
    { metadata: { namespace: 'acme', name: 'without-spec' } },
  ];

  it.each([
    ['eu', 2],
    ['us', 0],
    // What no environment names is the plane that all without a reference use.
    ['default', 2],
  ])("counts those of its namespace that use '%s'", (name, count) => {
    expect(
      countEnvironmentsUsing({ namespace: 'acme', name }, environments),
    ).toBe(count);
  });
});
