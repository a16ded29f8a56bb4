import {
  FakePlanesApi,
  planeViewFixture,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { screen } from '@testing-library/react';
import { renderOnEntityPage } from '../../__testUtils__/renderOnEntityPage';
import { ConditionsCard } from './ConditionsCard';

describe('ConditionsCard', () => {
  it('shows the conditions as the controller wrote them', async () => {
    const api = new FakePlanesApi(
      planeViewFixture({
        plane: {
          conditions: [
            {
              type: 'Finalizing',
              status: 'False',
              reason: 'DeletionBlocked',
              message: 'still referenced by 2 environment(s)',
              lastTransitionTime: new Date(Date.now() - 61_000).toISOString(),
            },
          ],
        },
      }),
    );
    await renderOnEntityPage(<ConditionsCard />, { api });
    const header = await screen.findByRole('rowheader', { name: 'Finalizing' });
    expect(header.closest('tr')).toHaveTextContent(
      'FinalizingFalseDeletionBlockedstill referenced by 2 environment(s)1 min ago',
    );
  });

  it('says so where there are none', async () => {
    const api = new FakePlanesApi(planeViewFixture());
    await renderOnEntityPage(<ConditionsCard />, { api });
    expect(await screen.findByText(/has written no conditions/)).toBeVisible();
  });
});
