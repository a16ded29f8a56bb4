import { Entity } from '@backstage/catalog-model';
import {
  Dependent,
  PlaneDependents,
  PlaneLink,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  FakePlanesApi,
  planeFixture,
  planeViewFixture,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnEntityPage } from '../../__testUtils__/renderOnEntityPage';
import { dependentFigures } from './dependentFigures';
import { DependentsCard } from './DependentsCard';

const { uid } = planeFixture();

function environment(name: string, explicit = true): Dependent {
  return {
    kind: 'Environment',
    namespace: 'acme',
    name,
    title: `The ${name}`,
    explicit,
  };
}

function dependents(overrides: Partial<PlaneDependents>): PlaneDependents {
  return {
    items: [],
    counts: { environments: 0, workflows: 0 },
    problems: [],
    asOf: '2026-11-20T10:00:00Z',
    ...overrides,
  };
}

function link(name: string): PlaneLink {
  return {
    ref: {
      controlPlane: 'default',
      kind: 'DataPlane',
      namespace: 'acme',
      name,
    },
    entityRef: `resource:acme/data-plane-${name}`,
    title: `Plane ${name}`,
  };
}

const PRODUCTION: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Environment',
  metadata: { namespace: 'acme', name: 'production' },
};

async function renderCard(
  answer: PlaneDependents,
  view = planeViewFixture(),
): Promise<FakePlanesApi> {
  const api = new FakePlanesApi(view);
  api.dependents.set(uid, answer);
  await renderOnEntityPage(<DependentsCard />, {
    api,
    otherEntities: [PRODUCTION],
  });
  return api;
}

async function figures(): Promise<(string | null)[]> {
  const list = await screen.findByRole('list', { name: 'In numbers' });
  return within(list)
    .getAllByRole('listitem')
    .map(item => item.textContent);
}

describe('DependentsCard', () => {
  it('counts what depends on the plane and lists it, with links to what the catalog has', async () => {
    await renderCard(
      dependents({
        items: [
          environment('production'),
          environment('staging', false),
          {
            kind: 'ClusterWorkflow',
            name: 'docker',
            title: 'Docker',
            explicit: true,
          },
        ],
        counts: { environments: 2, workflows: 1 },
      }),
      planeViewFixture({ sharedWith: [link('b')], colocatedWith: [link('c')] }),
    );
    const list = await screen.findByRole('list', {
      name: 'Environments and workflows',
    });
    const items = within(list).getAllByRole('listitem');
    expect(items.map(item => item.textContent)).toEqual([
      'The productionEnvironment acme/production · explicit',
      'The stagingEnvironment acme/staging · by default',
      'DockerClusterWorkflow docker · explicit',
    ]);
    await expect(figures()).resolves.toEqual([
      '2 environments',
      '1 workflow',
      '1 plane shares its agents',
      '1 more plane in its cluster',
    ]);
    expect(
      await within(list).findByRole('link', { name: 'The production' }),
    ).toHaveAttribute('href', '/catalog/acme/environment/production');
    expect(within(list).getAllByRole('link')).toHaveLength(1);
    // The related planes have a card of their own.
    expect(screen.queryByText('Plane b')).not.toBeInTheDocument();
  });

  it('shows the first few, all on request, and how many more there are', async () => {
    const user = userEvent.setup();
    const items = Array.from({ length: 12 }, (_, index) =>
      environment(`e${index}`),
    );
    await renderCard(
      dependents({ items, counts: { environments: 300, workflows: 0 } }),
    );
    expect(await screen.findByText('and 288 more')).toBeVisible();
    expect(screen.queryByText('The e8')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show all 12' }));
    expect(screen.getByText('The e11')).toBeVisible();
  });

  it('lists the planes that an observability plane observes', async () => {
    await renderCard(
      dependents({}),
      planeViewFixture({
        observes: [link('b'), link('c')],
        plane: { planeType: 'observability' },
      }),
    );
    await expect(figures()).resolves.toEqual(['2 planes observed']);
    expect(screen.getByRole('link', { name: 'Plane b' })).toHaveAttribute(
      'href',
      '/catalog/acme/resource/data-plane-b',
    );
  });

  it('says what could not be read, so that none is not taken for an answer', async () => {
    await renderCard(
      dependents({
        problems: [
          {
            resource: 'environments',
            message: 'The portal may not list environments.openchoreo.dev.',
          },
        ],
      }),
    );
    const notice = await screen.findByRole('status');
    expect(notice).toHaveTextContent(
      'The portal could not read environments, so there may be more than is shown.',
    );
    expect(notice).toHaveTextContent(
      'The portal may not list environments.openchoreo.dev.',
    );
  });

  it('says what failed, and tries again on request', async () => {
    const user = userEvent.setup();
    const api = new FakePlanesApi(planeViewFixture());
    api.errors = { getPlaneDependents: new Error('Bad gateway') };
    await renderOnEntityPage(<DependentsCard />, { api });
    expect(await screen.findByRole('status')).toHaveTextContent('Bad gateway');
    api.errors = {};
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await expect(figures()).resolves.toEqual(['0 environments']);
  });
});

describe('dependentFigures', () => {
  const none = { environments: 0, workflows: 0 };

  it.each([
    ['data', none, ['0 environments']],
    ['workflow', none, ['0 workflows']],
    ['observability', none, ['0 planes observed']],
    ['data', undefined, []],
    [
      'workflow',
      { environments: 1, workflows: 2 },
      ['1 environment', '2 workflows'],
    ],
  ] as const)('of a %s plane with %j are %j', (planeType, counts, expected) => {
    const view = planeViewFixture({ plane: { planeType } });
    expect(
      dependentFigures(view, counts).map(
        ({ count, words }) => `${count} ${words}`,
      ),
    ).toEqual(expected);
  });
});
