import { renderInTestApp } from '@backstage/frontend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { mockLayout } from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import {
  LogsResponse,
  NodeResponse,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { workflowRunsApiRef } from '../../api/WorkflowRunsApi';
import { FakeWorkflowRunsApi } from '../../testing/FakeWorkflowRunsApi';
import { argoNodeFixture } from '../../testing/fixtures';
import { NodeDetails } from './NodeDetails';

const node = argoNodeFixture({
  id: 'n1',
  displayName: 'unit',
  phase: 'Failed',
});

const log: LogsResponse = {
  container: 'main',
  containers: [
    { name: 'main', role: 'main', state: 'terminated' },
    { name: 'wait', role: 'wait', state: 'terminated' },
  ],
  lines: [
    { time: '2026-11-20T09:51:00.000000001Z', text: 'Starting shop-it' },
    {
      time: '2026-11-20T09:51:01.000000001Z',
      text: '\u001b[31mFAIL\u001b[0m cart/checkout_test.go:88',
    },
    { time: '2026-11-20T09:51:02.000000001Z', text: 'exit status 1' },
  ],
  hasOlder: false,
  truncated: false,
  complete: true,
};

const details: NodeResponse = {
  inputs: {
    parameters: [
      { name: 'revision', value: 'main', masked: false },
      { name: 'token', masked: true },
    ],
    artifacts: [],
  },
  outputs: {
    parameters: [],
    artifacts: [{ name: 'report', location: 's3://reports/unit.xml' }],
  },
  pod: {
    name: 'shop-build-118-unit-1',
    namespace: 'workflows-acme',
    phase: 'Failed',
    containers: [
      {
        name: 'main',
        role: 'main',
        state: 'terminated',
        reason: 'OOMKilled',
        exitCode: 137,
        startedAt: '2026-11-20T09:51:00Z',
        finishedAt: '2026-11-20T09:51:10Z',
        restarts: 0,
      },
    ],
  },
};

function Address() {
  return <div data-testid="address">{useLocation().search}</div>;
}

describe('NodeDetails', () => {
  let api: FakeWorkflowRunsApi;

  beforeEach(() => {
    mockLayout({ width: 800, height: 400 });
    api = new FakeWorkflowRunsApi();
    api.logs.set('n1', log);
    api.nodes.set('n1', details);
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  const show = (url = '/', shown = node) =>
    renderInTestApp(
      <>
        <NodeDetails
          uid="run-1"
          node={shown}
          title="unit"
          subtitle="exit code 1 · 10 s"
        />
        <Address />
      </>,
      { apis: [[workflowRunsApiRef, api]], initialRouteEntries: [url] },
    );
  const address = () =>
    new URLSearchParams(screen.getByTestId('address').textContent ?? '');

  it('opens with the log, searches in it and links to its lines', async () => {
    await show();
    const lines = await screen.findByRole('region', { name: 'Log of unit' });
    await within(lines).findByText('FAIL');
    expect(lines).toHaveTextContent('exit status 1');
    expect(lines.textContent).not.toContain('\u001b');

    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search log' }),
      'fail{Enter}',
    );
    expect(screen.getByText('1 of 1')).toBeVisible();
    expect(within(lines).getByText('FAIL').tagName).toBe('MARK');

    await userEvent.click(
      within(lines).getByRole('link', { name: 'Link to line 2' }),
    );
    expect(address().get('line')).toBe('2026-11-20T09:51:01.000000001Z');
  });

  it('reads the container that the address names, and others on demand', async () => {
    await show('/?container=wait');
    await screen.findByRole('region', { name: 'Log of unit' });
    expect(api.logQueries[0]).toEqual({ container: 'wait', tailLines: 1000 });
  });

  it('says which permission is missing, and why there is no log', async () => {
    api.errors = { getLogs: new NotAllowedError('no') };
    await show();
    expect(
      await screen.findByText('openchoreo.workflow-run.logs.read'),
    ).toBeVisible();
  });

  it('shows inputs and outputs without what looks like a secret', async () => {
    await show();
    await userEvent.click(
      screen.getByRole('tab', { name: 'Inputs and outputs' }),
    );
    expect(address().get('tab')).toBe('values');
    const inputs = await screen.findByRole('region', { name: 'Inputs' });
    expect(inputs).toHaveTextContent(/revision.*main/);
    expect(inputs).toHaveTextContent(/token.*Hidden: looks like a secret/);
    expect(screen.getByText('s3://reports/unit.xml')).toBeVisible();
  });

  it('shows the pod and how its containers ended', async () => {
    await show('/?tab=pod');
    expect(await screen.findByText('shop-build-118-unit-1')).toBeVisible();
    expect(screen.getByText('OOMKilled')).toBeVisible();
    expect(screen.getByText('exit code 137 · 10 s')).toBeVisible();
    expect(
      screen.getByText(
        'kubectl -n workflows-acme describe pod shop-build-118-unit-1',
      ),
    ).toBeVisible();
  });

  it('shows events, and says where there are none', async () => {
    api.events.set('n1', {
      items: [
        {
          type: 'Warning',
          reason: 'FailedScheduling',
          message: '0/3 nodes are available',
          object: 'Pod/shop-build-118-unit-1',
          count: 4,
          lastSeen: '2026-11-20T09:51:00Z',
        },
      ],
    });
    await show('/?tab=events');
    expect(await screen.findByText('FailedScheduling')).toBeVisible();
    expect(screen.getByText(/4 times/)).toBeVisible();
  });

  it('offers no log where no pod ran', async () => {
    await show('/', argoNodeFixture({ id: 'n1', type: 'Suspend' }));
    await waitFor(() =>
      expect(screen.getAllByRole('tab').map(tab => tab.textContent)).toEqual([
        'Inputs and outputs',
        'Events',
      ]),
    );
  });
});
