import {
  FakePlanesApi,
  planeViewFixture,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { screen, within } from '@testing-library/react';
import { renderOnEntityPage } from '../../__testUtils__/renderOnEntityPage';
import { FindingsCard } from './FindingsCard';

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
});
