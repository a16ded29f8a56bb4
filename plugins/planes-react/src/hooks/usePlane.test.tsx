import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { planesApiRef } from '../api/PlanesApi';
import { FakePlanesApi } from '../testing/FakePlanesApi';
import {
  planeEntityFixture,
  planeFixture,
  planeViewFixture,
} from '../testing/fixtures';
import { usePlane, usePlaneByUid } from './usePlane';

function Title(props: { entity: ReturnType<typeof planeEntityFixture> }) {
  const { loading, value, error } = usePlane(props.entity);
  return <p>{loading ? 'loading' : value?.item.title ?? error?.message}</p>;
}

function TitleByUid(props: { uid: string }) {
  const { value, error } = usePlaneByUid(props.uid);
  return <p>{value?.item.title ?? error?.message}</p>;
}

describe('usePlane', () => {
  it('asks once for all components that show the same plane', async () => {
    const api = new FakePlanesApi(planeViewFixture({ title: 'EU West' }));
    const entity = planeEntityFixture();
    await renderInTestApp(
      <>
        <Title entity={entity} />
        <Title entity={{ ...entity }} />
      </>,
      { apis: [[planesApiRef, api]] },
    );
    expect(await screen.findAllByText('EU West')).toHaveLength(2);
    expect(api.requests).toBe(1);
  });

  it('tells planes apart by uid', async () => {
    const other = planeFixture({ uid: 'other' });
    const api = new FakePlanesApi(
      planeViewFixture({ title: 'EU West' }),
      planeViewFixture({ title: 'Other', plane: other }),
    );
    await renderInTestApp(
      <>
        <Title entity={planeEntityFixture()} />
        <Title entity={planeEntityFixture(other)} />
      </>,
      { apis: [[planesApiRef, api]] },
    );
    expect(await screen.findByText('EU West')).toBeInTheDocument();
    expect(await screen.findByText('Other')).toBeInTheDocument();
  });

  it('says which annotation is missing, without asking', async () => {
    const entity = planeEntityFixture();
    entity.metadata.annotations = {};
    const api = new FakePlanesApi();
    await renderInTestApp(<Title entity={entity} />, {
      apis: [[planesApiRef, api]],
    });
    expect(
      screen.getByText(
        "'resource:acme/data-plane-eu-west' has no annotation 'openchoreo.dev/plane-uid'",
      ),
    ).toBeInTheDocument();
    expect(api.requests).toBe(0);
  });
});

describe('usePlaneByUid', () => {
  it('asks together with usePlane', async () => {
    const api = new FakePlanesApi(planeViewFixture({ title: 'EU West' }));
    await renderInTestApp(
      <>
        <Title entity={planeEntityFixture()} />
        <TitleByUid uid={planeFixture().uid} />
      </>,
      { apis: [[planesApiRef, api]] },
    );
    expect(await screen.findAllByText('EU West')).toHaveLength(2);
    expect(api.requests).toBe(1);
  });

  it('says so where no control plane has the plane', async () => {
    await renderInTestApp(<TitleByUid uid="nobody" />, {
      apis: [[planesApiRef, new FakePlanesApi()]],
    });
    expect(
      await screen.findByText("No plane found with uid 'nobody'"),
    ).toBeInTheDocument();
  });
});
