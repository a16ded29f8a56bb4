import {
  PlaneHistory as History,
  PlaneTransition,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  FakePlanesApi,
  planeFixture,
  planeViewFixture,
  responseError,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnEntityPage } from '../../__testUtils__/renderOnEntityPage';
import { readWindow } from './historyWindows';
import { PlaneHistory } from './PlaneHistory';
import { transitionRows } from './transitionRows';

const { uid } = planeFixture();
const MINUTE_MS = 60_000;

// Taken once: what lasted an hour is not to be a millisecond short of it.
const NOW = Date.now();

function ago(minutes: number): string {
  return new Date(NOW - minutes * MINUTE_MS).toISOString();
}

const LOST: PlaneTransition = {
  at: ago(14),
  state: 'disconnected',
  reason: 'The last agent left.',
};
const BACK: PlaneTransition = {
  at: ago(74),
  state: 'connected',
  reason: '1 agent is connected.',
};
const UNSEEN: PlaneTransition = {
  at: ago(134),
  state: 'unobserved',
  reason: 'The portal was not running.',
};

async function renderHistory(
  history: Partial<History> = {},
  options: { url?: string; prepare?: (api: FakePlanesApi) => void } = {},
) {
  const api = new FakePlanesApi(planeViewFixture());
  api.histories.set(uid, history);
  options.prepare?.(api);
  await renderOnEntityPage(<PlaneHistory />, { api, url: options.url });
  return { api, user: userEvent.setup() };
}

describe('PlaneHistory', () => {
  it('shows the figures, and every state with how long it lasted', async () => {
    await renderHistory({
      uptime: 0.9971,
      losses: 2,
      flaps: 1,
      uptimes: { '24h': 0.5, '30d': 0.9971 },
      transitions: [LOST, BACK, UNSEEN],
    });
    expect(
      await screen.findByRole('img', { name: /99\.71 % in 24 h, 2 losses/ }),
    ).toBeVisible();
    const facts = screen
      .getAllByRole('term')
      .map(term => `${term.textContent}: ${term.nextSibling?.textContent}`);
    expect(facts).toEqual([
      'Uptime, 24 h: 50 %',
      'Uptime, 7 days: Not known',
      'Uptime, 30 days: 99.71 %',
      'Losses, 24 h: 2',
      'Flaps, 24 h: 1',
    ]);
    const rows = screen.getAllByRole('row').map(row =>
      Array.from(row.children)
        .map(cell => cell.textContent)
        .join(' | '),
    );
    expect(rows.slice(1)).toEqual([
      'DisconnectedThe last agent left. | 14 min ago | 14 min so far | The last agent left.',
      'Connected1 agent is connected. | 1 h 14 min ago | 1 h | 1 agent is connected.',
      'Not observedThe portal was not running. | 2 h 14 min ago | 1 h | The portal was not running.',
    ]);
    expect(screen.getByText(/neither as up nor as down/)).toBeVisible();
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  it('keeps the time span in the URL', async () => {
    const { user } = await renderHistory({}, { url: '/?window=7d&tab=x' });
    expect(await screen.findByRole('img', { name: /in 7 days/ })).toBeVisible();
    expect(screen.getByRole('button', { name: '7 days' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await user.click(screen.getByRole('button', { name: '30 days' }));
    expect(
      await screen.findByRole('img', { name: /in 30 days/ }),
    ).toBeVisible();
    expect(screen.getByText('URL: /?window=30d&tab=x')).toBeVisible();

    await user.click(screen.getByRole('button', { name: '30 days' }));
    expect(screen.getByRole('img', { name: /in 30 days/ })).toBeVisible();
  });

  it('warns of flapping', async () => {
    await renderHistory({ flapping: true });
    expect(await screen.findByRole('status')).toHaveTextContent(/^Flapping/);
  });

  it('says when the state did not change, and since when it is recorded', async () => {
    await renderHistory({ from: ago(24 * 60), recordedSince: ago(60) });
    expect(await screen.findByText(/did not change/)).toBeVisible();
    expect(
      screen.getByText(/What is known of this plane begins/),
    ).toHaveTextContent('begins 1 h ago');
  });

  it('says when nothing is recorded yet', async () => {
    await renderHistory({ recordedSince: undefined });
    expect(await screen.findByText(/Nothing is recorded/)).toBeVisible();
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
  });

  it('has a skeleton until the first answer', async () => {
    await renderHistory(
      {},
      {
        prepare: api => {
          api.hanging = true;
        },
      },
    );
    expect(screen.getByRole('progressbar', { name: 'Loading' })).toBeVisible();
  });

  it('says what failed, and tries again on request', async () => {
    const error = await responseError(503, 'Error', 'Not ready');
    const { api, user } = await renderHistory(
      {},
      {
        prepare: fake => {
          fake.error = error;
        },
      },
    );
    expect(await screen.findByText('Not ready')).toBeVisible();
    api.error = undefined;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('img', { name: /24 h/ })).toBeVisible();
  });

  it('names the permission that is missing', async () => {
    const error = await responseError(403, 'NotAllowedError', 'No');
    await renderHistory(
      {},
      {
        prepare: api => {
          api.error = error;
        },
      },
    );
    expect(await screen.findByRole('status')).toHaveTextContent(
      'openchoreo.plane.read',
    );
  });
});

describe('transitionRows', () => {
  it('ends each state where the next begins', () => {
    expect(transitionRows([LOST, BACK]).map(row => row.until)).toEqual([
      undefined,
      LOST.at,
    ]);
    expect(transitionRows([])).toEqual([]);
  });
});

describe('readWindow', () => {
  it.each([
    ['7d', '7d'],
    ['1y', '24h'],
    [null, '24h'],
  ])('reads %p as %p', (text, window) => {
    expect(readWindow(text)).toBe(window);
  });
});
