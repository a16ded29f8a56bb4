import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  PlaneLink,
  ReconnectPreview,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  FakePlanesApi,
  planeFixture,
  planeViewFixture,
  responseError,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  renderOnEntityPage,
  RenderOnEntityPageOptions,
} from '../../__testUtils__/renderOnEntityPage';
import { ReconnectDialog } from './ReconnectDialog';

const { uid } = planeFixture();

function link(name: string): PlaneLink {
  return {
    ref: {
      controlPlane: 'default',
      kind: 'DataPlane',
      namespace: 'globex',
      name,
    },
    entityRef: `resource:globex/data-plane-${name}`,
    title: `Plane ${name}`,
  };
}

function previewOf(
  overrides: Partial<ReconnectPreview> = {},
): ReconnectPreview {
  return {
    connectedAgents: 2,
    affected: [],
    hidden: 0,
    confirmation: 'alone',
    ...overrides,
  };
}

async function renderDialog(
  preview: ReconnectPreview,
  options: Pick<RenderOnEntityPageOptions, 'permissions'> & {
    uid?: string;
    errors?: FakePlanesApi['errors'];
  } = {},
) {
  const api = new FakePlanesApi(planeViewFixture());
  api.reconnectPreview = preview;
  api.errors = options.errors ?? {};
  const onClose = jest.fn();
  await renderOnEntityPage(
    <ReconnectDialog uid={options.uid ?? uid} onClose={onClose} />,
    { api, permissions: options.permissions },
  );
  return { api, onClose, user: userEvent.setup() };
}

describe('ReconnectDialog', () => {
  it('says what happens, and does it on confirmation', async () => {
    const { api, onClose, user } = await renderDialog(previewOf());
    expect(
      await screen.findByText(/The gateway drops 2 agents/),
    ).toHaveTextContent('until they dial in again after about 5 seconds');
    expect(
      screen.getByText('No other plane shares these agents.'),
    ).toBeVisible();
    expect(api.reconnects).toEqual([]);

    const before = api.requests;
    await user.click(
      screen.getByRole('button', { name: 'Reconnect 2 agents' }),
    );
    expect(await screen.findByText('2 agents dropped.')).toBeVisible();
    expect(api.reconnects).toEqual([{ uid, confirmation: 'alone' }]);
    // The reconnect itself, and the state that it changed.
    expect(api.requests).toBeGreaterThan(before + 1);

    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('names the planes that are hit, too, and wants that to be understood', async () => {
    const { api, user } = await renderDialog(
      previewOf({
        affected: [link('eu'), link('us')],
        hidden: 1,
        confirmation: 'three',
      }),
    );
    const confirm = await screen.findByRole('button', {
      name: 'Reconnect 2 agents',
    });
    expect(screen.getByText(/^3 other planes share/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Plane eu' })).toHaveAttribute(
      'href',
      '/catalog/globex/resource/data-plane-eu',
    );
    expect(screen.getByText('1 plane that you may not see')).toBeVisible();
    expect(confirm).toBeDisabled();

    await user.click(
      screen.getByRole('checkbox', {
        name: 'I understand that 3 other planes are interrupted',
      }),
    );
    await user.click(confirm);
    expect(await screen.findByText('2 agents dropped.')).toBeVisible();
    expect(api.reconnects).toEqual([{ uid, confirmation: 'three' }]);
  });

  it('asks again where other planes are affected by now', async () => {
    const { api, user } = await renderDialog(
      previewOf({ affected: [link('eu')], confirmation: 'one' }),
    );
    await user.click(await screen.findByRole('checkbox'));
    api.errors = {
      reconnect: await responseError(409, 'ConflictError', 'Changed'),
    };
    api.reconnectPreview = previewOf({
      affected: [link('eu'), link('us')],
      confirmation: 'two',
    });
    await user.click(
      screen.getByRole('button', { name: 'Reconnect 2 agents' }),
    );
    expect(await screen.findByRole('status')).toHaveTextContent(
      'Other planes are affected than a moment ago, so nothing was done.',
    );
    expect(screen.getByRole('link', { name: 'Plane us' })).toBeVisible();
    expect(screen.getByRole('checkbox')).not.toBeChecked();

    api.errors = {};
    await user.click(screen.getByRole('checkbox'));
    await user.click(
      screen.getByRole('button', { name: 'Reconnect 2 agents' }),
    );
    expect(await screen.findByText('2 agents dropped.')).toBeVisible();
    expect(api.reconnects.map(({ confirmation }) => confirmation)).toEqual([
      'one',
      'two',
    ]);
  });

  it('says why it could not be done, and keeps what was agreed to', async () => {
    const { api, user } = await renderDialog(previewOf(), {
      errors: {
        reconnect: await responseError(
          503,
          'ServiceUnavailableError',
          'The gateway is unreachable',
        ),
      },
    });
    const confirm = await screen.findByRole('button', {
      name: 'Reconnect 2 agents',
    });
    await user.click(confirm);
    expect(await screen.findByRole('status')).toHaveTextContent(
      'The gateway is unreachable',
    );
    api.errors = {};
    await user.click(
      screen.getByRole('button', { name: 'Reconnect 2 agents' }),
    );
    expect(await screen.findByText('2 agents dropped.')).toBeVisible();
  });

  it('says why it cannot be told what would happen, and tries again on request', async () => {
    const { api, user } = await renderDialog(previewOf(), {
      errors: { previewReconnect: new Error('Bad gateway') },
    });
    expect(await screen.findByRole('status')).toHaveTextContent('Bad gateway');
    api.errors = {};
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('button', { name: 'Reconnect 2 agents' }),
    ).toBeEnabled();
  });

  it('has nothing to do where no agent is connected', async () => {
    await renderDialog(previewOf({ connectedAgents: 0 }));
    expect(
      await screen.findByText(/No agent is connected, so there is nothing/),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Reconnect 0 agents' }),
    ).toBeDisabled();
  });

  it('names the permission that is missing, before anything is asked', async () => {
    const { api } = await renderDialog(previewOf(), {
      // Answers about permissions are kept for a while, so this is another plane than in the other tests.
      uid: 'of-others',
      permissions: { authorize: AuthorizeResult.DENY },
    });
    expect(await screen.findByRole('status')).toHaveTextContent(
      'It needs the permission openchoreo.plane.reconnect. Ask those who run this portal for it.',
    );
    const button = screen.getByRole('button', { name: 'Reconnect agents' });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription(/openchoreo\.plane\.reconnect/);
    expect(api.requests).toBe(0);
  });

  it('names the permission where only the backend knows that it is missing', async () => {
    await renderDialog(previewOf(), {
      errors: {
        previewReconnect: await responseError(403, 'NotAllowedError', 'No'),
      },
    });
    expect(await screen.findByRole('status')).toHaveTextContent(
      'openchoreo.plane.reconnect',
    );
  });
});
