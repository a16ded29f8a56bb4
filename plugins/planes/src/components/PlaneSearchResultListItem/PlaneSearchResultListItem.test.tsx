import { renderInTestApp } from '@backstage/frontend-test-utils';
import { planesApiRef } from '@openchoreo-planes/backstage-plugin-planes-react';
import { FakePlanesApi } from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { screen } from '@testing-library/react';
import { ComponentProps } from 'react';
import { testPlane } from '../../__testUtils__/testPlane';
import { isPlaneSearchResult } from '../../search/planeDocument';
import { PlaneSearchResultListItem } from './PlaneSearchResultListItem';

const document = {
  title: 'EU West production',
  text: 'Customer traffic. Data plane eu-west in namespace acme, planeID eu-west-1.',
  location: '/catalog/acme/resource/data-plane-eu-west',
  kind: 'Resource',
  type: 'data-plane',
  namespace: 'acme',
};

const planes = [
  testPlane('eu-west', {
    state: 'disconnected',
    view: { title: 'EU West production' },
  }),
  testPlane('eu-west', {
    namespace: 'globex',
    view: { title: 'EU West production' },
    plane: { uid: 'other' },
  }),
];

async function renderItem(
  props: ComponentProps<typeof PlaneSearchResultListItem>,
  api = new FakePlanesApi(),
) {
  await renderInTestApp(<PlaneSearchResultListItem {...props} />, {
    apis: [[planesApiRef, api]],
  });
}

describe('PlaneSearchResultListItem', () => {
  it('says what was found and links it', async () => {
    await renderItem({ result: document });
    expect(
      screen.getByRole('link', { name: 'EU West production' }),
    ).toHaveAttribute('href', document.location);
    expect(screen.getByText('Data plane · namespace acme')).toBeVisible();
    expect(screen.getByText(document.text)).toBeVisible();
  });

  it('highlights why it was found', async () => {
    await renderItem({
      result: document,
      highlight: {
        preTag: '<em>',
        postTag: '</em>',
        fields: { text: 'planeID <em>eu-west-1</em>.' },
      },
    });
    expect(screen.getByText('eu-west-1')).toBeVisible();
    expect(screen.queryByText(/<em>/)).not.toBeInTheDocument();
  });

  it('says in which state the plane is, and not that of another of its title', async () => {
    const api = new FakePlanesApi(...planes);
    await renderItem({ result: document }, api);
    expect(await screen.findByText('Disconnected')).toBeVisible();
    expect(screen.queryByText('Connected')).not.toBeInTheDocument();
    expect(api.queries).toEqual([{ text: 'EU West production', limit: 100 }]);
  });

  it('does not ask for the state of what is no plane', async () => {
    const api = new FakePlanesApi(...planes);
    const cluster = { ...document, type: 'plane-cluster' };
    await renderItem({ result: cluster }, api);
    expect(api.queries).toEqual([]);
  });
});

describe('isPlaneSearchResult', () => {
  it.each([
    [{}, true],
    [{ type: 'plane-cluster' }, true],
    [{ kind: 'resource' }, true],
    [{ type: 'database' }, false],
    [{ kind: 'Component' }, false],
    [{ type: undefined }, false],
  ])('with %j is %s', (overrides, expected) => {
    expect(
      isPlaneSearchResult({
        type: 'software-catalog',
        document: { ...document, ...overrides },
      }),
    ).toBe(expected);
  });

  it('leaves other indexes alone', () => {
    expect(isPlaneSearchResult({ type: 'techdocs', document })).toBe(false);
  });
});
