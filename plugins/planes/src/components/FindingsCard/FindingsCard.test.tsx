import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Plane } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  FakePlanesApi,
  planeEntityFixture,
  planeFixture,
  planeViewFixture,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { screen, within } from '@testing-library/react';
import { renderOnEntityPage } from '../../__testUtils__/renderOnEntityPage';
import { FindingsCard } from './FindingsCard';

function viewToFix(plane: Partial<Plane> = {}) {
  return planeViewFixture({
    plane,
    findings: [
      {
        code: 'agent-ca-absent',
        severity: 'error',
        field: 'spec.clusterAgent.clientCA',
        message: 'No agent CA is configured.',
      },
      {
        code: 'plane-id-shared',
        severity: 'info',
        message: 'The planeID is shared.',
      },
    ],
  });
}

describe('FindingsCard', () => {
  it('says what is wrong, how much that matters, where, and what to do', async () => {
    const api = new FakePlanesApi(
      planeViewFixture({
        findings: [
          {
            code: 'agent-ca-absent',
            severity: 'error',
            field: 'spec.clusterAgent.clientCA',
            message: 'No agent CA is configured.',
            remedy: 'Add one.',
          },
          {
            code: 'plane-id-shared',
            severity: 'info',
            message: 'The planeID is shared.',
          },
        ],
      }),
    );
    await renderOnEntityPage(<FindingsCard />, { api });

    const [first, second] = await screen.findAllByRole('listitem');
    expect(within(first).getByRole('img', { name: 'Error' })).toBeVisible();
    expect(first).toHaveTextContent(
      'No agent CA is configured.Add one.spec.clusterAgent.clientCA',
    );
    expect(within(second).getByRole('img', { name: 'Note' })).toBeVisible();
    expect(second).toHaveTextContent('The planeID is shared.');
  });

  it('is calm when nothing is wrong', async () => {
    const api = new FakePlanesApi(planeViewFixture());
    await renderOnEntityPage(<FindingsCard />, { api });
    expect(await screen.findByText(/Nothing is wrong/)).toBeVisible();
  });

  it('leads to the value in the form that puts a finding right', async () => {
    const api = new FakePlanesApi(viewToFix());
    await renderOnEntityPage(<FindingsCard />, { api, editable: true });
    const fix = await screen.findByRole('link', { name: 'Fix…' });
    expect(fix).toHaveAttribute(
      'href',
      `/planes/edit/${planeFixture().uid}?step=agent&field=agentCA.value`,
    );
    expect(fix).toHaveAccessibleDescription('No agent CA is configured.');
  });

  it.each([
    [
      'without the permission to change the plane',
      // Answers about permissions are kept by uid.
      viewToFix({ uid: 'not-mine' }),
      { authorize: AuthorizeResult.DENY } as const,
    ],
    [
      'where the plane has credentials instead of agents',
      viewToFix({ access: 'credentials' }),
      undefined,
    ],
  ])('leads nowhere %s', async (_, view, permissions) => {
    const api = new FakePlanesApi(view);
    await renderOnEntityPage(<FindingsCard />, {
      api,
      entity: planeEntityFixture(view.plane),
      editable: true,
      permissions,
    });
    expect(await screen.findByText('The planeID is shared.')).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
