import { FakePlanesApi } from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import { kindsFixture, v12ControlPlane } from '../../__testUtils__/kinds';
import { renderStep } from '../../__testUtils__/renderStep';
import { IdentityStep } from './IdentityStep';

const MANY = Array.from({ length: 1000 }, (_, index) => `team-${index}`);

describe('IdentityStep', () => {
  it('offers namespaces and planeIDs, few at a time of very many', async () => {
    const { user, values } = await renderStep(<IdentityStep />, {
      kinds: kindsFixture(
        v12ControlPlane({
          namespaces: { items: MANY, complete: true },
          planeIDs: MANY.map(planeID => ({
            gatewayPlaneType: 'dataplane',
            planeID,
            planes: 1,
          })),
        }),
      ),
      values: { kind: 'DataPlane' },
    });
    const namespace = screen.getByRole('combobox', { name: /^Namespace/ });
    await user.click(namespace);
    expect(screen.getAllByRole('option')).toHaveLength(50);
    await user.paste('team-99');
    expect(
      screen.getAllByRole('option').map(({ textContent }) => textContent),
    ).toHaveLength(11);
    await user.click(screen.getByRole('option', { name: 'team-999' }));
    expect(values().namespace).toBe('team-999');

    const planeID = screen.getByRole('combobox', { name: /planeID/ });
    await user.click(planeID);
    await user.paste('team-998');
    await user.click(screen.getByRole('option', { name: 'team-998' }));
    expect(values().planeID).toBe('team-998');
  });

  it('takes no namespace that is not there, unless there may be more than are known', async () => {
    const first = await renderStep(<IdentityStep />, {
      values: { kind: 'DataPlane' },
    });
    await first.user.click(
      screen.getByRole('combobox', { name: /^Namespace/ }),
    );
    await first.user.paste('elsewhere');
    await first.user.tab();
    expect(first.values()).not.toHaveProperty('namespace');
    first.unmount();

    const { user, values } = await renderStep(<IdentityStep />, {
      kinds: kindsFixture(
        v12ControlPlane({ namespaces: { items: ['acme'], complete: false } }),
      ),
      values: { kind: 'DataPlane' },
    });
    await user.click(screen.getByRole('combobox', { name: /^Namespace/ }));
    await user.paste('elsewhere');
    await user.tab();
    expect(values().namespace).toBe('elsewhere');
  });

  it('asks what the scope needs', async () => {
    const { change } = await renderStep(<IdentityStep />, {
      values: { kind: 'DataPlane', name: 'edge' },
    });
    const planeID = screen.getByRole('combobox', { name: /planeID/ });
    expect(planeID).toHaveAttribute('placeholder', 'edge');
    expect(planeID).not.toBeRequired();
    await change({ kind: 'ClusterDataPlane' });
    expect(planeID).toBeRequired();
    expect(planeID).not.toHaveAttribute('placeholder');
    expect(
      screen.queryByRole('combobox', { name: /^Namespace/ }),
    ).not.toBeInTheDocument();
  });

  it('says at once what a planeID means', async () => {
    const api = new FakePlanesApi();
    const { change } = await renderStep(<IdentityStep />, {
      api,
      values: { kind: 'ClusterDataPlane', name: 'edge', planeID: 'edge-02' },
    });
    expect(
      await screen.findByText(
        'Not used by another data plane; agents must be installed with clusterAgent.planeID=edge-02.',
      ),
    ).toBeVisible();
    api.review = {
      problems: [
        {
          code: 'plane-id-shared',
          severity: 'info',
          field: 'planeID',
          message: 'The planeID "edge-01" is also that of DataPlane acme/edge.',
        },
      ],
    };
    await change({ planeID: 'edge-01' });
    expect(await screen.findByText(/also that of DataPlane/)).toBeVisible();
    expect(
      screen.getByText(
        'The agents must be installed with clusterAgent.planeID=edge-01.',
      ),
    ).toBeVisible();
    await change({ planeID: 'Not Valid' });
    await waitFor(() =>
      expect(screen.queryByText(/must be installed/)).not.toBeInTheDocument(),
    );
  });

  it('shows what is wrong with a field once it was left', async () => {
    const { user } = await renderStep(<IdentityStep />, {
      values: { kind: 'ClusterDataPlane' },
    });
    const name = screen.getByRole('textbox', { name: /^Name/ });
    await user.click(name);
    await user.paste('Not/Valid');
    expect(name).toBeValid();
    await user.tab();
    expect(name).toBeInvalid();
    expect(name).toHaveAccessibleDescription(/^Error: ?.*Not\/Valid/);
    await user.clear(name);
    await user.paste('valid');
    expect(name).toBeValid();
  });
});
