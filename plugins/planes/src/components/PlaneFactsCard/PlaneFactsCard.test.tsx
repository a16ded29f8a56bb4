import { Plane } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  FakePlanesApi,
  planeViewFixture,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { screen } from '@testing-library/react';
import { renderOnEntityPage } from '../../__testUtils__/renderOnEntityPage';
import { PlaneFactsCard } from './PlaneFactsCard';

async function renderFacts(
  overrides: Parameters<typeof planeViewFixture>[0] = {},
) {
  // The entity page asks for the uid of the default fixture, whatever the plane is.
  const { uid } = planeViewFixture().plane;
  const plane: Partial<Plane> = { ...overrides.plane, uid };
  const api = new FakePlanesApi(planeViewFixture({ ...overrides, plane }));
  await renderOnEntityPage(<PlaneFactsCard />, { api });
  await screen.findByText('Kind');
  const facts = screen
    .getAllByRole('term')
    .map(term => [term.textContent, term.nextElementSibling?.textContent]);
  return Object.fromEntries(facts);
}

describe('PlaneFactsCard', () => {
  it('says what a namespaced plane is', async () => {
    await expect(renderFacts()).resolves.toEqual({
      Kind: 'DataPlane',
      Namespace: 'acme',
      Name: 'eu-west',
      'Control plane': 'default',
      Reached: 'Through its agents',
    });
  });

  it('says what a plane of a Cluster kind is, and all that it has', async () => {
    const facts = await renderFacts({
      plane: {
        ref: { controlPlane: 'eu', kind: 'ClusterDataPlane', name: 'shared' },
        registries: [
          { prefix: 'registry.example/a', secretName: 'push' },
          { prefix: 'registry.example/b' },
        ],
        gatewayListeners: [
          {
            direction: 'ingress',
            exposure: 'external',
            protocol: 'https',
            host: 'apps.example',
            port: 443,
          },
          { direction: 'egress', exposure: 'internal', protocol: 'http' },
        ],
      },
    });
    expect(facts).toEqual({
      Kind: 'ClusterDataPlane',
      Scope: 'Cluster, for every namespace',
      Name: 'shared',
      'Control plane': 'eu',
      Reached: 'Through its agents',
      Registries: 'registry.example/a, secret pushregistry.example/b',
      'Gateway listeners':
        'https://apps.example:443, external ingresshttp://*, internal egress',
    });
  });

  it('says what an observability plane offers', async () => {
    const facts = await renderFacts({
      plane: {
        observerURL: 'http://observer:8080',
        rcaAgentURL: 'http://rca:8080',
        finOpsAgentURL: 'http://finops:8080',
      },
    });
    expect(facts).toMatchObject({
      Observer: 'http://observer:8080',
      'RCA agent': 'http://rca:8080',
      'FinOps agent': 'http://finops:8080',
    });
  });

  it('says that a plane of an old release is reached with credentials', async () => {
    await expect(
      renderFacts({ plane: { access: 'credentials' } }),
    ).resolves.toMatchObject({ Reached: 'With credentials in the resource' });
  });
});
