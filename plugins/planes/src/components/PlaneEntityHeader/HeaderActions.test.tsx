import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  FakePlanesApi,
  planeEntityFixture,
  planeFixture,
  planeViewFixture,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  renderOnEntityPage,
  RenderOnEntityPageOptions,
} from '../../__testUtils__/renderOnEntityPage';
import { ConnectionTestCard } from '../ConnectionTest';
import { HeaderActions } from './HeaderActions';

const { uid } = planeFixture();

async function renderHeader(
  page: JSX.Element,
  view = planeViewFixture(),
  options: Partial<RenderOnEntityPageOptions> = {},
): Promise<FakePlanesApi> {
  const api = new FakePlanesApi(view);
  api.testConnection = (plane, { fresh = false } = {}) => {
    api.tests.push({ uid: plane, fresh });
    return new Promise(() => undefined);
  };
  await renderOnEntityPage(page, { api, url: '/?tab=x', ...options });
  return api;
}

describe('HeaderActions', () => {
  it('has the card on the page test the connection', async () => {
    const user = userEvent.setup();
    const api = await renderHeader(
      <>
        <HeaderActions />
        <ConnectionTestCard />
      </>,
    );
    const card = await screen.findByRole('region', { name: 'Connection test' });
    await user.click(screen.getByRole('button', { name: 'Test connection' }));
    expect(await within(card).findAllByText('Waiting')).toHaveLength(8);
    expect(card).toHaveFocus();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(screen.getByText('URL: /?tab=x')).toBeVisible();
    expect(api.tests).toEqual([{ uid, fresh: false }]);
  });

  it('tests in a dialog where the page has no card for it', async () => {
    const user = userEvent.setup();
    const api = await renderHeader(<HeaderActions />);
    await user.click(
      await screen.findByRole('button', { name: 'Test connection' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Connection test',
    });
    expect(await within(dialog).findAllByText('Waiting')).toHaveLength(8);
    expect(api.tests).toEqual([{ uid, fresh: false }]);

    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(
      await within(dialog).findByText('The test was cancelled.'),
    ).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('offers to reconnect the agents, on a small screen in the menu', async () => {
    const user = userEvent.setup();
    await renderHeader(<HeaderActions />);
    await screen.findByRole('button', { name: 'Test connection' });
    await user.click(screen.getByRole('button', { name: 'More actions' }));
    await user.click(
      await screen.findByRole('menuitem', { name: 'Reconnect agents' }),
    );
    expect(
      await screen.findByRole('dialog', { name: 'Reconnect agents' }),
    ).toBeVisible();
  });

  it('offers nothing that takes agents where there are none by design', async () => {
    const user = userEvent.setup();
    await renderHeader(
      <HeaderActions />,
      planeViewFixture({ plane: { access: 'credentials' } }),
    );
    await screen.findByRole('button', { name: 'Test connection' });
    await user.click(screen.getByRole('button', { name: 'More actions' }));
    expect(
      await screen.findByRole('menuitem', { name: 'Inspect entity' }),
    ).toBeVisible();
    expect(
      screen.queryByRole('menuitem', { name: 'Reconnect agents' }),
    ).not.toBeInTheDocument();
  });

  it('leads to the form that changes the plane', async () => {
    const user = userEvent.setup();
    await renderHeader(<HeaderActions />, undefined, { editable: true });
    await screen.findByRole('button', { name: 'Test connection' });
    await user.click(screen.getByRole('button', { name: 'More actions' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Edit' }));
    expect(await screen.findByText(`URL: /planes/edit/${uid}`)).toBeVisible();
  });

  it.each([
    ['in a portal without the form', {}, { editable: false }],
    [
      'without the permission',
      // Answers about permissions are kept by uid.
      { uid: 'not-mine' },
      { permissions: { authorize: AuthorizeResult.DENY } },
    ],
    [
      'for a plane with credentials instead of agents',
      { access: 'credentials' },
      {},
    ],
  ] as const)('does not offer to edit %s', async (_, plane, options) => {
    const user = userEvent.setup();
    const view = planeViewFixture({ plane });
    await renderHeader(<HeaderActions />, view, {
      entity: planeEntityFixture(view.plane),
      editable: true,
      ...options,
    });
    await screen.findByRole('button', { name: 'Test connection' });
    await user.click(screen.getByRole('button', { name: 'More actions' }));
    expect(
      await screen.findByRole('menuitem', { name: 'Inspect entity' }),
    ).toBeVisible();
    expect(
      screen.queryByRole('menuitem', { name: 'Edit' }),
    ).not.toBeInTheDocument();
  });
});
