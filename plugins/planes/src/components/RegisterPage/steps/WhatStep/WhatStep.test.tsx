import { ControlPlaneKinds } from '@openchoreo-planes/backstage-plugin-planes-common';
import { screen, within } from '@testing-library/react';
import {
  kindsFixture,
  v017ControlPlane,
  v12ControlPlane,
} from '../../__testUtils__/kinds';
import { renderStep } from '../../__testUtils__/renderStep';
import { WhatStep } from './WhatStep';

function withKinds(
  controlPlane: ControlPlaneKinds,
  change: (served: ControlPlaneKinds['kinds'][number]) => object,
) {
  return kindsFixture({
    ...controlPlane,
    kinds: controlPlane.kinds.map(served => ({ ...served, ...change(served) })),
  });
}

function typeNames() {
  const group = screen.getByRole('radiogroup', {
    name: 'What the plane is for',
  });
  return within(group)
    .getAllByRole('radio')
    .map(
      radio =>
        radio.closest('label')?.querySelector('[id$=label]')?.textContent,
    );
}

describe('WhatStep', () => {
  it.each([
    [
      '1.2',
      v12ControlPlane(),
      ['Data plane', 'Workflow plane', 'Observability plane'],
    ],
    [
      '0.17',
      v017ControlPlane(),
      ['Data plane', 'Build plane', 'Observability plane'],
    ],
  ])('offers what OpenChoreo %s serves', async (_name, controlPlane, names) => {
    await renderStep(<WhatStep />, { kinds: kindsFixture(controlPlane) });
    expect(typeNames()).toEqual(names);
    expect(
      screen.getByRole('radio', { name: 'Data plane' }),
    ).toHaveAccessibleDescription(/Runs the workloads/);
  });

  it('is used by keyboard, and keeps the scope when the type changes', async () => {
    const { user, values } = await renderStep(<WhatStep />);
    await user.tab();
    await user.keyboard(' ');
    expect(values().kind).toBe('DataPlane');
    await user.tab();
    expect(screen.getByRole('radio', { name: 'One namespace' })).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(values().kind).toBe('ClusterDataPlane');
    await user.tab({ shift: true });
    await user.keyboard('{ArrowDown}');
    expect(values().kind).toBe('ClusterWorkflowPlane');
    expect(screen.getByRole('radio', { name: 'Workflow plane' })).toBeChecked();
  });

  it('takes away what the new kind does not have', async () => {
    const { user, values } = await renderStep(<WhatStep />, {
      values: {
        kind: 'DataPlane',
        name: 'edge',
        namespace: 'acme',
        secretStore: 'vault',
      },
    });
    await user.click(
      screen.getByRole('radio', { name: 'Observability plane' }),
    );
    expect(values()).toMatchObject({
      kind: 'ObservabilityPlane',
      name: 'edge',
      namespace: 'acme',
    });
    expect(values()).not.toHaveProperty('secretStore');
  });

  it('explains what may not be chosen', async () => {
    const controlPlane = v12ControlPlane();
    const [build] = v017ControlPlane().kinds.filter(
      ({ kind }) => kind === 'BuildPlane',
    );
    await renderStep(<WhatStep />, {
      kinds: withKinds(
        { ...controlPlane, kinds: [...controlPlane.kinds, build] },
        ({ kind }) => ({
          mayCreate: !kind.includes('DataPlane'),
          supersededBy: kind === 'BuildPlane' ? 'WorkflowPlane' : undefined,
          ...(kind === 'ObservabilityPlane' ? { fields: ['observerURL'] } : {}),
        }),
      ),
      values: { kind: 'ClusterObservabilityPlane' },
    });
    const data = screen.getByRole('radio', { name: 'Data plane' });
    expect(data).toBeDisabled();
    expect(data).toHaveAccessibleDescription(
      /You need the permission openchoreo\.plane\.create for it\./,
    );
    expect(typeNames()).not.toContain('Build plane');
    expect(
      screen.getByText(
        /^BuildPlane is not offered: WorkflowPlane took its place/,
      ),
    ).toBeVisible();
    expect(
      screen.getByText(/^ObservabilityPlane cannot be registered here/),
    ).toBeVisible();
    expect(screen.getByRole('radio', { name: 'Cluster' })).toBeChecked();
    expect(
      screen.queryByRole('radio', { name: 'One namespace' }),
    ).not.toBeInTheDocument();
  });

  it('lets the control plane be chosen where there are several', async () => {
    const { user, values } = await renderStep(<WhatStep />, {
      kinds: kindsFixture(v12ControlPlane(), v017ControlPlane()),
      values: { kind: 'WorkflowPlane' },
    });
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Control plane' }),
      'old',
    );
    expect(values()).toMatchObject({ controlPlane: 'old' });
    expect(values()).not.toHaveProperty('kind');
    expect(typeNames()).toContain('Build plane');
  });
});
