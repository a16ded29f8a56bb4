import {
  PlaneKind,
  RegistrationReview,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { FakePlanesApi } from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { screen, within } from '@testing-library/react';
import { kindsFixture, v017ControlPlane } from '../../../__testUtils__/kinds';
import { renderStep } from '../../../__testUtils__/renderStep';
import { agentCA } from '../__fixtures__/certificates';
import { GiveCACard } from './GiveCACard';

const REVIEW: RegistrationReview = {
  problems: [],
  commands: [],
  dryRun: { outcome: 'not-asked', warnings: [] },
};

function renderCard(
  kind: PlaneKind,
  options: Partial<Parameters<typeof renderStep>[1]> = {},
) {
  return renderStep(<GiveCACard />, {
    ...options,
    values: {
      controlPlane: 'default',
      kind,
      name: 'edge-02',
      ...(kind.startsWith('Cluster') ? {} : { namespace: 'acme' }),
      ...options.values,
    },
  });
}

const notInline = () =>
  screen.queryByText(/use an observability plane only if its CA is inline/);

describe('GiveCACard', () => {
  it('tells how to read the CA', async () => {
    await renderCard('ClusterWorkflowPlane');
    expect(
      screen.getByText(
        /-n openchoreo-workflow-plane get secret cluster-agent-tls/,
      ),
    ).toBeInTheDocument();
    expect(screen.getByText("in the plane's cluster")).toBeInTheDocument();
  });

  it.each([
    ['ClusterDataPlane', 'openchoreo-control-plane'],
    ['DataPlane', undefined],
  ] as const)(
    'proposes where to store the CA of a %s as a Secret',
    async (kind, namespace) => {
      const { user, values } = await renderCard(kind);
      const box = screen.getByRole('checkbox', {
        name: 'Store it as a Secret and refer to that',
      });
      await user.click(box);
      expect(values()).toMatchObject({
        'agentCA.storeIn.name': 'edge-02-agent-ca',
        'agentCA.storeIn.key': 'ca.crt',
      });
      expect(values()['agentCA.storeIn.namespace']).toBe(namespace);
      expect(notInline()).toBeNull();
      const name = screen.getByRole('textbox', { name: /Name of the Secret/ });
      await user.clear(name);
      expect(screen.getByText(/Without a name/)).toBeInTheDocument();
      await user.type(name, 'mine');
      expect(values()['agentCA.storeIn.name']).toBe('mine');
      await user.click(box);
      expect(
        Object.keys(values()).filter(field => field.includes('storeIn')),
      ).toEqual([]);
    },
  );

  it('warns that controllers need the CA of an observability plane inline', async () => {
    const { user } = await renderCard('ObservabilityPlane');
    expect(notInline()).toBeNull();
    await user.click(screen.getByRole('checkbox'));
    expect(notInline()).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox'));
    await user.click(screen.getByRole('button', { name: 'Secret reference' }));
    expect(notInline()).toBeInTheDocument();
  });

  it.each([
    ['ClusterDataPlane', true, 'ops'],
    ['DataPlane', false, 'acme'],
  ] as const)(
    'asks for the Secret that a %s refers to, and shows how to look into it',
    async (kind, requiresNamespace, namespace) => {
      const { user, values } = await renderCard(kind);
      await user.click(
        screen.getByRole('button', { name: 'Secret reference' }),
      );
      const field = screen.getByRole('combobox', {
        name: /Namespace of the Secret/,
      });
      expect(field).toHaveAttribute('aria-required', `${requiresNamespace}`);
      await user.type(
        screen.getByRole('textbox', { name: /Name of the Secret/ }),
        "ca's",
      );
      if (requiresNamespace) {
        await user.type(field, namespace);
      }
      expect(values()).toMatchObject({
        'agentCA.source': 'secret',
        'agentCA.secretKeyRef.name': "ca's",
        'agentCA.secretKeyRef.key': 'ca.crt',
      });
      const { textContent } = screen.getByText(/^kubectl get secret/);
      expect(textContent).toContain(
        `kubectl get secret 'ca'\\''s' -n ${namespace} `,
      );
      expect(textContent).toContain(`-o jsonpath='{.data.ca\\.crt}'`);
      expect(textContent).toContain('-ext basicConstraints');
    },
  );

  it('keeps what is no key out of the command', async () => {
    await renderCard('DataPlane', {
      values: {
        'agentCA.source': 'secret',
        'agentCA.secretKeyRef.key': "}'; rm -rf ~ #",
      },
    });
    expect(screen.getByText(/^kubectl get secret/).textContent).not.toContain(
      'rm',
    );
  });

  it('asks nothing about secretRef, as it is called before v1.0', async () => {
    const { user, values } = await renderCard('ClusterBuildPlane', {
      kinds: kindsFixture(v017ControlPlane()),
      values: { controlPlane: 'old' },
    });
    await user.click(screen.getByRole('button', { name: 'Secret reference' }));
    expect(screen.getByRole('combobox')).toHaveAccessibleName(
      /Namespace of the Secret/,
    );
    expect(values()['agentCA.secretKeyRef.key']).toBe('ca.crt');
    expect(screen.queryByText(/secretRef/)).toBeNull();
  });

  it.each([
    [[], 'no other plane that you may see'],
    [
      [
        {
          code: 'agent-ca-shared',
          severity: 'warning' as const,
          field: 'agentCA.value',
          message: 'The agent CA is also that of DataPlane acme/eu-west.',
        },
      ],
      'The agent CA is also that of DataPlane acme/eu-west.',
    ],
  ])('tells who else uses the CA', async (problems, text) => {
    const api = new FakePlanesApi();
    api.review = { ...REVIEW, problems };
    await renderCard('DataPlane', {
      api,
      values: { 'agentCA.value': agentCA },
    });
    expect(await screen.findByText(text)).toBeInTheDocument();
    expect(
      within(screen.getByTestId('agent-ca-area')).getByText('Used by'),
    ).toBeInTheDocument();
  });

  it('offers no new Secret for a plane that exists', async () => {
    await renderCard('DataPlane', {
      editing: {
        uid: 'edge-02',
        ref: { controlPlane: 'default', kind: 'DataPlane', name: 'edge-02' },
        resourceVersion: '1',
        original: {},
      },
    });
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});
