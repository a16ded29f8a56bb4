import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ConnectionTestReport,
  ConnectionTestStep,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  connectionTestReportFixture,
  FakePlanesApi,
  planeEntityFixture,
  planeFixture,
  planeViewFixture,
  responseError,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  renderOnEntityPage,
  RenderOnEntityPageOptions,
} from '../../__testUtils__/renderOnEntityPage';
import { ScriptedEvents } from '../../__testUtils__/ScriptedEvents';
import { ConnectionTestCard } from './ConnectionTestCard';

const COMMAND =
  'kubectl -n openchoreo-data-plane logs deploy/cluster-agent --tail=20';

const PASSED_STEP: ConnectionTestStep = {
  name: 'resource',
  title: 'Resource accepted by the controller',
  status: 'passed',
  durationMs: 4,
  evidence: 'Created, 12 Oct 2026.',
};
const WARNING_STEP: ConnectionTestStep = {
  name: 'agent-ca',
  title: 'Agent CA is sane',
  status: 'warning',
  durationMs: 2,
  evidence: 'A leaf certificate is used as its own CA.',
  remedy: {
    text: 'Take ca.crt instead of tls.crt.',
    field: 'spec.clusterAgent.clientCA.value',
    commands: [],
  },
};
const FAILED_STEP: ConnectionTestStep = {
  name: 'agent',
  title: 'Agent connected for dataplane eu-west',
  status: 'failed',
  durationMs: 6,
  evidence: 'No agent. The last one left 14 min ago.',
  remedy: {
    text: 'See whether the agent runs.',
    commands: [{ purpose: 'What the agent says', command: COMMAND }],
  },
};
const SKIPPED_STEP: ConnectionTestStep = {
  name: 'round-trip',
  title: 'Round trip to the cluster',
  status: 'skipped',
  durationMs: 0,
  evidence: 'Needs a connected agent.',
};

function reportOf(
  overrides: Partial<ConnectionTestReport> = {},
): ConnectionTestReport {
  return connectionTestReportFixture({
    finishedAt: new Date(Date.now() - 180_000).toISOString(),
    durationMs: 1200,
    requestedBy: 'user:default/test',
    ...overrides,
  });
}

const FAILED_REPORT = reportOf({
  outcome: 'failed',
  steps: [PASSED_STEP, WARNING_STEP, FAILED_STEP, SKIPPED_STEP],
  finishedAt: new Date(Date.now() + 1000).toISOString(),
});

async function renderCard(
  options: {
    last?: ConnectionTestReport;
    uid?: string;
    prepare?: (api: FakePlanesApi) => void;
  } & Omit<RenderOnEntityPageOptions, 'api' | 'entity'> = {},
) {
  const { last, uid = planeFixture().uid, prepare, ...page } = options;
  const plane = planeFixture({ uid });
  const api = new FakePlanesApi(planeViewFixture({ plane }));
  const events = new ScriptedEvents();
  api.connectionTestEvents = events;
  if (last) {
    api.connectionTests.set(uid, { report: last, running: false });
  }
  prepare?.(api);
  const { unmount } = await renderOnEntityPage(<ConnectionTestCard />, {
    api,
    entity: planeEntityFixture(plane),
    ...page,
  });
  return { api, events, unmount, user: userEvent.setup() };
}

async function item(title: RegExp): Promise<HTMLElement> {
  const heading = await screen.findByRole('heading', { name: title });
  const listItem = heading.closest('li');
  if (!listItem) {
    throw new Error(`'${title}' is not in a list`);
  }
  return listItem;
}

async function untilReady(name = 'Run test'): Promise<HTMLElement> {
  const button = await screen.findByRole('button', { name });
  await within(button).findByText(name);
  return button;
}

describe('ConnectionTestCard', () => {
  afterEach(() => {
    Reflect.deleteProperty(document, 'execCommand');
  });

  it('shows each step as it finishes, and what to do about the one that failed', async () => {
    const { api, events, user } = await renderCard();
    expect(
      await screen.findByText(/This plane was never tested/),
    ).toBeVisible();

    await user.click(await untilReady());
    expect(await screen.findAllByText('Waiting')).toHaveLength(8);
    await events.push(
      { type: 'started', startedAt: PASSED_STEP.title, joined: false },
      {
        type: 'step-started',
        name: 'resource',
        title: 'Resource acme/eu-west accepted',
      },
    );
    expect(
      await item(/^1\. Resource acme\/eu-west accepted/),
    ).toHaveTextContent('Running');
    expect(
      screen.getByText('Step 1 of 8: Resource acme/eu-west accepted.'),
    ).toHaveAttribute('aria-live', 'polite');

    await events.push({ type: 'step', step: PASSED_STEP });
    expect(await item(/^1\./)).toHaveTextContent(
      '1. Resource accepted by the controllerPassed · 4 msCreated, 12 Oct 2026.',
    );
    expect(
      screen.getByRole('progressbar', { name: 'Steps finished' }),
    ).toHaveAttribute('aria-valuenow', '13');

    await events.push({ type: 'step', step: FAILED_STEP });
    const failed = await item(/^4\. Agent connected for dataplane/);
    expect(
      within(failed).getByText('See whether the agent runs.'),
    ).toBeVisible();
    expect(within(failed).getByText(COMMAND)).toBeVisible();

    await events.push({ type: 'report', report: FAILED_REPORT, cached: false });
    expect(
      await screen.findByText(
        'Failed at step 3, Agent connected for dataplane eu-west.',
      ),
    ).toBeVisible();
    expect(screen.getByText(/finished in 1\.2 s/)).toHaveTextContent(
      'finished in 1.2 s · just now · by you',
    );
    const skipped = await item(/^4\. Round trip/);
    expect(skipped).toHaveTextContent('SkippedNeeds a connected agent.');
    expect(api.tests).toEqual([{ uid: planeFixture().uid, fresh: false }]);
    expect(screen.getByRole('button', { name: 'Run again' })).toBeEnabled();
  });

  it('opens the remedies of failures, and those of warnings on request', async () => {
    const { user } = await renderCard({ last: FAILED_REPORT });
    const warning = await item(/Agent CA is sane/);
    expect(within(warning).getByText(/Take ca\.crt/)).not.toBeVisible();
    await user.click(
      within(warning).getByRole('button', { name: /What to do/ }),
    );
    expect(within(warning).getByText(/Take ca\.crt/)).toBeVisible();
    expect(
      within(warning).getByText('spec.clusterAgent.clientCA.value'),
    ).toBeVisible();

    const failed = await item(/Agent connected/);
    const toggle = within(failed).getByRole('button', { name: /What to do/ });
    expect(toggle).toHaveAttribute('aria-expanded', 'true');
    await user.click(toggle);
    expect(within(failed).getByText(COMMAND)).not.toBeVisible();
  });

  it('copies a command and says so', async () => {
    const { user } = await renderCard({ last: FAILED_REPORT });
    let copied: string | undefined;
    document.execCommand = () => {
      copied = document.getSelection()?.toString();
      return true;
    };
    await user.click(
      await screen.findByRole('button', {
        name: 'Copy command: What the agent says',
      }),
    );
    expect(copied).toBe(COMMAND);
    const spoken = screen
      .getAllByText('Copied')
      .filter(element => element.getAttribute('aria-live') === 'polite');
    expect(spoken).toHaveLength(1);
  });

  it('shows the last report with its age and who asked, and tests anew on request', async () => {
    const { api, events, user } = await renderCard({
      last: reportOf({ requestedBy: 'user:default/ada' }),
    });
    expect(await screen.findByText('Every step passed.')).toBeVisible();
    const head = screen.getByText(/finished in/);
    expect(head).toHaveTextContent('finished in 1.2 s · 3 min ago · by');
    expect(await within(head).findByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/user/ada',
    );

    await user.click(await untilReady('Run again'));
    await events.push({ type: 'report', report: FAILED_REPORT, cached: false });
    expect(await screen.findByText(/^Failed at step 3/)).toBeVisible();
    expect(api.tests).toEqual([{ uid: planeFixture().uid, fresh: true }]);
  });

  it('says when the test is that of somebody else', async () => {
    const { events, user } = await renderCard({
      prepare: api => {
        api.connectionTests.set(planeFixture().uid, { running: true });
      },
    });
    expect(
      await screen.findByText(/A test of this plane is running now/),
    ).toBeVisible();
    await user.click(await untilReady());
    await events.push({ type: 'started', startedAt: '', joined: true });
    expect(
      await screen.findByText(/This test was running already/),
    ).toBeVisible();
    await events.push({
      type: 'report',
      report: reportOf({ requestedBy: undefined }),
      cached: false,
    });
    expect(await screen.findByText(/you joined it/)).toBeVisible();
    expect(screen.getByText(/finished in/)).toHaveTextContent('by a service');
  });

  it('says when the result is one of a moment ago', async () => {
    const { events, user } = await renderCard();
    await user.click(await untilReady());
    await events.push({ type: 'report', report: reportOf(), cached: true });
    expect(
      await screen.findByText(/The plane was tested a moment ago/),
    ).toBeVisible();
  });

  it('can be cancelled, and goes back to the last report', async () => {
    const { events, user } = await renderCard({ last: reportOf() });
    await user.click(await untilReady('Run again'));
    await events.push({ type: 'started', startedAt: '', joined: false });
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText('The test was cancelled.')).toBeVisible();
    expect(screen.getByText('Every step passed.')).toBeVisible();

    await events.push({ type: 'step', step: FAILED_STEP });
    expect(screen.queryByText(/No agent\./)).not.toBeInTheDocument();
  });

  it('stops the test when the card goes away', async () => {
    let signal: AbortSignal | undefined;
    const { user, unmount } = await renderCard({
      prepare: api => {
        api.testConnection = (_, options) => {
          signal = options?.signal;
          return new Promise(() => undefined);
        };
      },
    });
    await user.click(await untilReady());
    expect(signal?.aborted).toBe(false);
    unmount();
    expect(signal?.aborted).toBe(true);
  });

  it('says what failed, and tries again on request', async () => {
    const error = await responseError(
      503,
      'ServiceUnavailableError',
      'Too many connection tests are running',
    );
    const { api, events, user } = await renderCard({
      last: reportOf(),
      prepare: fake => {
        fake.errors = { testConnection: error };
      },
    });
    await user.click(await untilReady('Run again'));
    const notice = await screen.findByRole('status');
    expect(notice).toHaveTextContent('Too many connection tests are running');
    expect(screen.getByText('Every step passed.')).toBeVisible();

    api.errors = {};
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await events.push({ type: 'report', report: FAILED_REPORT, cached: false });
    expect(await screen.findByText(/^Failed at step 3/)).toBeVisible();
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  it('says when the last report cannot be read', async () => {
    const { api, user } = await renderCard({
      last: reportOf(),
      prepare: fake => {
        fake.errors = { getConnectionTest: new Error('Bad gateway') };
      },
    });
    expect(await screen.findByRole('status')).toHaveTextContent('Bad gateway');
    api.errors = {};
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Every step passed.')).toBeVisible();
  });

  it('names the permission that is missing, and still shows the last report', async () => {
    // Answers about permissions are kept for a while, so this is another plane than in the other tests.
    const { api } = await renderCard({
      uid: 'of-others',
      url: '/?connection-test=run',
      last: reportOf(),
      permissions: { authorize: AuthorizeResult.DENY },
    });
    const notice = await screen.findByRole('status');
    expect(notice).toHaveTextContent(
      'You may not test the connection of this plane',
    );
    expect(notice).toHaveTextContent(
      'It needs the permission openchoreo.plane.connection.test. Ask those who run this portal for it.',
    );
    const button = screen.getByRole('button', { name: 'Run again' });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription(
      /openchoreo\.plane\.connection\.test/,
    );
    expect(screen.getByText('Every step passed.')).toBeVisible();
    expect(await screen.findByText('URL: /')).toBeVisible();
    expect(api.tests).toEqual([]);
  });

  it('names the permission where only the backend knows that it is missing', async () => {
    const error = await responseError(403, 'NotAllowedError', 'Unauthorized');
    const { user } = await renderCard({
      prepare: api => {
        api.errors = { testConnection: error };
      },
    });
    await user.click(await untilReady());
    expect(await screen.findByRole('status')).toHaveTextContent(
      'openchoreo.plane.connection.test',
    );
  });

  it('begins once when the URL asks for it, and takes the focus', async () => {
    const { api } = await renderCard({
      url: '/?tab=x&connection-test=run#connection-test',
    });
    expect(await screen.findAllByText('Waiting')).toHaveLength(8);
    expect(screen.getByText('URL: /?tab=x#connection-test')).toBeVisible();
    expect(
      screen.getByRole('region', { name: 'Connection test' }),
    ).toHaveFocus();
    expect(api.tests).toEqual([{ uid: planeFixture().uid, fresh: false }]);
  });

  it('leaves it to the state card to say why there is no plane', async () => {
    const { api } = await renderCard({
      prepare: fake => {
        fake.planes = [];
      },
    });
    await screen.findByText('URL: /');
    expect(screen.queryByText('Connection test')).not.toBeInTheDocument();
    expect(api.tests).toEqual([]);
  });
});
