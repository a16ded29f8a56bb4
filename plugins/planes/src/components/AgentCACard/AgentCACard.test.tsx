import {
  CertificateFacts,
  Plane,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  FakePlanesApi,
  planeViewFixture,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { screen } from '@testing-library/react';
import { renderOnEntityPage } from '../../__testUtils__/renderOnEntityPage';
import { AgentCACard } from './AgentCACard';

const DAY_MS = 24 * 60 * 60 * 1000;

function days(count: number): string {
  return new Date(Date.now() + count * DAY_MS + 60_000).toISOString();
}

function certificate(overrides: Partial<CertificateFacts> = {}) {
  return {
    subject: 'CN=agent-ca',
    issuer: 'CN=agent-ca',
    fingerprint: 'AB:CD',
    notBefore: days(-30),
    notAfter: days(83),
    isCA: true,
    selfSigned: true,
    ...overrides,
  };
}

async function renderCard(plane: Partial<Plane>) {
  const api = new FakePlanesApi(planeViewFixture({ plane }));
  await renderOnEntityPage(<AgentCACard />, { api });
}

describe('AgentCACard', () => {
  it('shows what a certificate says about itself', async () => {
    await renderCard({
      agentCA: { source: 'inline', certificates: [certificate()] },
    });
    expect(await screen.findByText('Certificate authority')).toBeVisible();
    expect(screen.getByText('CN=agent-ca')).toBeVisible();
    expect(screen.getByText('Itself')).toBeVisible();
    expect(screen.getByText('AB:CD')).toBeVisible();
    expect(screen.getByText(/Expires/)).toHaveTextContent('Expires in 83 days');
    expect(
      screen.getByRole('button', { name: 'Copy fingerprint' }),
    ).toBeVisible();
  });

  it('shows every certificate, a leaf as such', async () => {
    await renderCard({
      agentCA: {
        source: 'inline',
        certificates: [
          certificate(),
          certificate({
            fingerprint: 'EF:01',
            isCA: false,
            selfSigned: false,
            subject: 'CN=agent',
            issuer: 'CN=issuer',
          }),
        ],
      },
    });
    expect(await screen.findByText('AB:CD')).toBeVisible();
    expect(screen.getByText('EF:01')).toBeVisible();
    expect(screen.getByText('Leaf certificate, not a CA')).toBeVisible();
    expect(screen.getByText('CN=issuer')).toBeVisible();
  });

  it.each<[string, Partial<Plane>, RegExp]>([
    ['none', { agentCA: { source: 'none' } }, /No agent CA is configured/],
    [
      'a secret',
      {
        agentCA: {
          source: 'secret',
          secretKeyRef: { name: 'ca', key: 'ca.crt', namespace: 'choreo' },
        },
      },
      /From key ca\.crt of the secret choreo\/ca/,
    ],
    [
      'a private key',
      {
        agentCA: {
          source: 'inline',
          certificates: [],
          problem: 'private-key',
        },
      },
      /holds a private key instead of a certificate/,
    ],
    [
      'a release without agents',
      { access: 'credentials', agentCA: { source: 'none' } },
      /has no agents/,
    ],
  ])('says so where it is %s', async (_, plane, text) => {
    await renderCard(plane);
    const heading = await screen.findByRole('heading', { name: 'Agent CA' });
    expect(heading.closest('article')).toHaveTextContent(text);
  });
});
