import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
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

describe('PlaneSearchResultListItem', () => {
  it('says what was found and links it', async () => {
    await renderInTestApp(<PlaneSearchResultListItem result={document} />);
    expect(
      screen.getByRole('link', { name: 'EU West production' }),
    ).toHaveAttribute('href', document.location);
    expect(screen.getByText('Data plane · namespace acme')).toBeVisible();
    expect(screen.getByText(document.text)).toBeVisible();
  });

  it('highlights why it was found', async () => {
    await renderInTestApp(
      <PlaneSearchResultListItem
        result={document}
        highlight={{
          preTag: '<em>',
          postTag: '</em>',
          fields: { text: 'planeID <em>eu-west-1</em>.' },
        }}
      />,
    );
    expect(screen.getByText('eu-west-1')).toBeVisible();
    expect(screen.queryByText(/<em>/)).not.toBeInTheDocument();
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
