import { createAgentCas } from '../../world/certificates';
import { simulatedPlaneKind } from '../planeKinds';
import { readPlaneResource } from '../planeResource';
import { resolveClientCa } from './clientCa';

const SECRETS = new Map([['acme/agent-ca/ca.crt', 'from the namespace']]);

async function resolve(kind: string, clientCA: unknown) {
  const plane = readPlaneResource(simulatedPlaneKind(kind), {
    metadata: {
      name: 'eu',
      ...(!kind.startsWith('Cluster') && { namespace: 'acme' }),
    },
    spec: { clusterAgent: { clientCA } },
  });
  return resolveClientCa(
    plane ?? { clientCa: {} },
    async ({ namespace, name, key }) =>
      SECRETS.get(`${namespace}/${name}/${key}`),
  );
}

describe('resolveClientCa', () => {
  it('reads every certificate of an inline value, which wins over a secret', async () => {
    const [one, two] = await createAgentCas(2, Date.now());
    expect(
      await resolve('DataPlane', {
        value: `# both\n${one.pem}${two.pem}`,
        secretKeyRef: { name: 'ghost', key: 'ca.crt' },
      }),
    ).toEqual({
      found: true,
      fingerprints: [one.fingerprint, two.fingerprint],
    });
  });

  it.each([
    'garbage',
    '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
  ])('finds no certificate in %p', async value => {
    expect(await resolve('DataPlane', { value })).toEqual({
      found: true,
      fingerprints: [],
    });
  });

  it.each(['secretKeyRef', 'secretRef'])(
    'looks a %s up in the namespace of the plane',
    async field => {
      expect(
        await resolve('BuildPlane', {
          [field]: { name: 'agent-ca', key: 'ca.crt' },
        }),
      ).toEqual({ found: true, fingerprints: [] });
    },
  );

  it.each([
    ['nothing at all', 'DataPlane', {}],
    ['no text', 'DataPlane', { value: '' }],
    [
      'a secret that is missing',
      'DataPlane',
      { secretKeyRef: { name: 'ghost', key: 'ca.crt' } },
    ],
    [
      'a secret without a namespace on a Cluster kind',
      'ClusterDataPlane',
      { secretKeyRef: { name: 'agent-ca', key: 'ca.crt' } },
    ],
  ])('finds none in %s', async (_, kind, clientCA) => {
    expect(await resolve(kind, clientCA)).toMatchObject({ found: false });
  });
});
