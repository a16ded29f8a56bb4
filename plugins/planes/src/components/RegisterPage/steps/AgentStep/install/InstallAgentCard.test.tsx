import { RegistrationValues } from '@openchoreo-planes/backstage-plugin-planes-common';
import { screen } from '@testing-library/react';
import { kindsFixture, v017ControlPlane } from '../../../__testUtils__/kinds';
import { renderStep } from '../../../__testUtils__/renderStep';
import { InstallAgentCard } from './InstallAgentCard';

const VALUES: RegistrationValues = {
  controlPlane: 'default',
  kind: 'ClusterDataPlane',
  name: 'edge-02',
};

function commands(): string {
  return screen
    .getAllByRole('listitem')
    .map(item => item.textContent)
    .join('\n');
}

describe('InstallAgentCard', () => {
  it('fills the commands for Helm in with the exact keys and values', async () => {
    await renderStep(<InstallAgentCard />, {
      values: { ...VALUES, planeID: 'edge' },
    });
    expect(commands()).toContain('--set clusterAgent.planeID=edge ');
    expect(commands()).toContain(
      '--set clusterAgent.serverUrl=wss://gateway.acme.test/ws ',
    );
    expect(commands()).toContain('--version 1.2.3 ');
    expect(commands()).not.toContain('planeId');
    expect(commands()).not.toContain('clusterAgent.enabled');
    expect(screen.getByText('edge')).toBeVisible();
    expect(screen.getByText('edge').tagName).toBe('STRONG');
    expect(
      screen.getAllByText("in the control plane's cluster"),
    ).not.toHaveLength(0);
  });

  it('shows other ways by the keyboard, and what is typed at once', async () => {
    const { user, form } = await renderStep(<InstallAgentCard />, {
      values: VALUES,
    });
    await user.tab();
    expect(screen.getByRole('button', { name: 'Helm' })).toHaveFocus();
    await user.tab();
    await user.keyboard('{Enter}');
    expect(form().installation.method).toBe('kubectl');
    expect(screen.getByRole('button', { name: 'kubectl' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    expect(commands()).toContain('helm template');
    await user.click(screen.getByRole('button', { name: 'Already installed' }));
    expect(commands()).toContain('get deployment cluster-agent-dataplane');
    const version = screen.getByRole('textbox', { name: 'Chart version' });
    await user.clear(version);
    await user.type(version, '9.9.9');
    expect(commands()).toContain('--version 9.9.9 ');
  });

  it('warns of an address that agents cannot dial', async () => {
    const { user } = await renderStep(<InstallAgentCard />, { values: VALUES });
    const address = screen.getByRole('textbox', {
      name: 'Gateway address',
    });
    expect(address).toHaveAccessibleDescription(/configuration proposes/);
    await user.clear(address);
    await user.type(address, 'https://g.test/ws');
    expect(address).toHaveAccessibleDescription(/write wss:\/\/ instead/);
  });

  it('says what is missing while the plane has no name', async () => {
    await renderStep(<InstallAgentCard />, {
      values: { controlPlane: 'default', kind: 'DataPlane' },
    });
    expect(
      screen.getByText(/<planeID> stands for the planeID/),
    ).toBeInTheDocument();
  });

  it('installs a build plane of v0.17 under its own names', async () => {
    await renderStep(<InstallAgentCard />, {
      kinds: kindsFixture(v017ControlPlane()),
      values: { controlPlane: 'old', kind: 'BuildPlane', name: 'ci' },
    });
    expect(commands()).toContain('openchoreo-build-plane');
    expect(commands()).not.toContain('clusterAgent.enabled');
  });

  it('tells charts before v0.17 to install an agent', async () => {
    const old = v017ControlPlane();
    await renderStep(<InstallAgentCard />, {
      kinds: kindsFixture({
        ...old,
        kinds: old.kinds.map(served => ({
          ...served,
          fields: served.fields.filter(field => !/^gateway\./.test(field)),
        })),
      }),
      values: { controlPlane: 'old', kind: 'DataPlane', name: 'ci' },
    });
    expect(commands()).toContain('--set clusterAgent.enabled=true');
  });
});
