import {
  ControlPlaneKinds,
  PlaneKind,
  RegistrationValues,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { screen, within } from '@testing-library/react';
import {
  kindsFixture,
  v017ControlPlane,
  v12ControlPlane,
} from '../../__testUtils__/kinds';
import { renderStep } from '../../__testUtils__/renderStep';
import { LinksStep } from './LinksStep';

function observabilityPlane(namespace: string | undefined, name: string) {
  const kind: PlaneKind = namespace
    ? 'ObservabilityPlane'
    : 'ClusterObservabilityPlane';
  return {
    ref: { controlPlane: 'default', kind, namespace, name },
    entityRef: `resource:default/${name}`,
    title: name,
  };
}

const PLANES = [
  observabilityPlane('acme', 'default'),
  observabilityPlane('globex', 'theirs'),
  observabilityPlane(undefined, 'shared'),
  { ...observabilityPlane(undefined, 'default'), title: 'For everyone' },
];

function renderLinks(
  kind: PlaneKind,
  values: RegistrationValues = {},
  controlPlane: ControlPlaneKinds = v12ControlPlane({
    observabilityPlanes: PLANES,
  }),
) {
  return renderStep(<LinksStep />, {
    kinds: kindsFixture(controlPlane),
    values: {
      controlPlane: controlPlane.name,
      kind,
      name: 'edge',
      ...(kind.startsWith('Cluster') ? {} : { namespace: 'acme' }),
      ...values,
    },
  });
}

const choice = () =>
  screen.getByRole<HTMLSelectElement>('combobox', {
    name: 'Observability plane',
  });
const choices = () =>
  within(choice())
    .getAllByRole('option')
    .map(({ textContent }) => textContent);

describe('LinksStep', () => {
  it('asks a workflow plane for its secret store, with suggestions, and for no gateway', async () => {
    const { user, values } = await renderLinks('WorkflowPlane');
    const field = screen.getByRole('combobox', { name: 'Secret store' });
    await user.type(field, 'vau');
    await user.click(screen.getByRole('option', { name: 'vault' }));
    expect(values().secretStore).toBe('vault');
    expect(screen.queryByText('Gateway')).toBeNull();
    expect(screen.queryByText('Image pull secrets')).toBeNull();
  });

  it('asks an observability plane only for URLs', async () => {
    const { user, values } = await renderLinks('ClusterObservabilityPlane');
    const [observer, rca, finOps, ...others] = screen.getAllByRole('textbox');
    expect(observer).toHaveAttribute('aria-required', 'true');
    expect(observer).toHaveAccessibleDescription(/Browsers call it/);
    await user.type(observer, 'https://o.test');
    await user.type(rca, 'https://r.test');
    await user.type(finOps, 'https://f.test');
    expect(values()).toMatchObject({
      observerURL: 'https://o.test',
      rcaAgentURL: 'https://r.test',
      finOpsAgentURL: 'https://f.test',
    });
    expect(others).toEqual([]);
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('asks for image pull secrets, and not for a FinOps agent, where the release has it so', async () => {
    const old = v017ControlPlane();
    const { user, values, unmount } = await renderLinks('DataPlane', {}, old);
    await user.type(
      screen.getByRole('textbox', { name: 'Image pull secrets' }),
      'a, b',
    );
    expect(values().imagePullSecretRefs).toBe('a, b');
    unmount();
    await renderLinks('ObservabilityPlane', {}, old);
    expect(screen.queryByRole('textbox', { name: /FinOps/ })).toBeNull();
  });

  it('says so where there is nothing to link', async () => {
    const controlPlane = v12ControlPlane();
    await renderLinks(
      'WorkflowPlane',
      {},
      {
        ...controlPlane,
        kinds: controlPlane.kinds.map(served => ({
          ...served,
          fields: ['planeID', 'clusterAgent.clientCA'],
        })),
      },
    );
    expect(
      screen.getByText('There is nothing to link a WorkflowPlane to.'),
    ).toBeInTheDocument();
  });

  describe('with observability planes', () => {
    it('offers those of the namespace and of cluster scope', async () => {
      const { user, values } = await renderLinks('DataPlane');
      expect(choices()).toEqual([
        'Default',
        'ObservabilityPlane acme/default',
        'ClusterObservabilityPlane shared',
        'For everyone (ClusterObservabilityPlane default)',
        'Another one, by its name',
      ]);
      expect(choice()).toHaveAccessibleDescription(
        /in namespace acme, else the one of cluster scope\. Now that is ObservabilityPlane acme\/default\.$/,
      );
      await user.selectOptions(choice(), 'ClusterObservabilityPlane shared');
      expect(values()).toMatchObject({
        'observabilityPlaneRef.kind': 'ClusterObservabilityPlane',
        'observabilityPlaneRef.name': 'shared',
      });
      await user.selectOptions(choice(), 'Default');
      expect(values()['observabilityPlaneRef.kind']).toBeUndefined();
      expect(values()['observabilityPlaneRef.name']).toBeUndefined();
    });

    it('offers a plane of cluster scope only those of cluster scope', async () => {
      await renderLinks('ClusterDataPlane');
      expect(choices()).toHaveLength(4);
      expect(choice()).toHaveAccessibleDescription(
        /Now that is For everyone \(ClusterObservabilityPlane default\)\.$/,
      );
    });

    it('knows that before v1.0 a namespace had no default outside it', async () => {
      await renderLinks(
        'DataPlane',
        { namespace: 'globex' },
        v017ControlPlane({ observabilityPlanes: PLANES }),
      );
      expect(choice()).toHaveAccessibleDescription(
        /in namespace globex\. There is none that you may see now;/,
      );
    });

    it('takes the name of one that is not listed', async () => {
      const { user, values } = await renderLinks('DataPlane');
      await user.selectOptions(choice(), 'Another one, by its name');
      await user.click(
        screen.getByRole('button', { name: 'Of cluster scope' }),
      );
      await user.type(
        screen.getByRole('textbox', {
          name: /Name of the ClusterObservabilityPlane/,
        }),
        'new',
      );
      expect(values()).toMatchObject({
        'observabilityPlaneRef.kind': 'ClusterObservabilityPlane',
        'observabilityPlaneRef.name': 'new',
      });
    });
  });
});
