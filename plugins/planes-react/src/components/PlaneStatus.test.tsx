import { renderInTestApp } from '@backstage/frontend-test-utils';
import { PLANE_STATES } from '@openchoreo-planes/backstage-plugin-planes-common';
import { screen } from '@testing-library/react';
import { PlaneStatus } from './PlaneStatus';

describe('PlaneStatus', () => {
  it('says every state in a word of its own', async () => {
    await renderInTestApp(
      <ul>
        {PLANE_STATES.map(state => (
          <li key={state}>
            <PlaneStatus state={state} />
          </li>
        ))}
      </ul>,
    );
    const words = screen.getAllByRole('listitem').map(li => li.textContent);
    expect(words).toEqual([
      'Disconnected',
      'Not authorised',
      'Deletion blocked',
      'Not accepted',
      'Stale',
      'Never connected',
      'Deleting',
      'Not reported',
      'Connected',
    ]);
  });
});
