import {
  ControlPlaneKinds,
  RegistrationValues,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { screen, within } from '@testing-library/react';
import { kindsFixture, v12ControlPlane } from '../../../__testUtils__/kinds';
import { renderStep } from '../../../__testUtils__/renderStep';
import { LinksStep } from '../LinksStep';

function renderGateway(
  values: RegistrationValues = {},
  controlPlane: ControlPlaneKinds = v12ControlPlane(),
) {
  return renderStep(<LinksStep />, {
    kinds: kindsFixture(controlPlane),
    values: {
      controlPlane: 'default',
      kind: 'DataPlane',
      namespace: 'acme',
      name: 'edge',
      ...values,
    },
  });
}

/** A control plane before v0.17, whose data planes have these fields of `gateway`. */
function flatControlPlane(fields: string[], required: string[]) {
  const controlPlane = v12ControlPlane();
  return {
    ...controlPlane,
    kinds: controlPlane.kinds.map(served => ({
      ...served,
      fields: [
        ...served.fields.filter(field => !field.startsWith('gateway')),
        ...fields.map(field => `gateway.${field}`),
      ],
      requiredFields: required.map(field => `gateway.${field}`),
    })),
  };
}

const gatewayValues = (values: RegistrationValues) =>
  Object.fromEntries(
    Object.entries(values).filter(([field]) => field.startsWith('gateway.')),
  );

const toggle = (name: RegExp) => screen.getByRole('button', { name });

describe('GatewayCard', () => {
  it('adds the usual ingress, and goes to what is still missing', async () => {
    const { user, values } = await renderGateway();
    await user.click(
      screen.getByRole('button', { name: 'Add the usual ingress' }),
    );
    expect(gatewayValues(values())).toEqual({
      'gateway.ingress.external.name': 'gateway-default',
      'gateway.ingress.external.namespace': 'openchoreo-data-plane',
      'gateway.ingress.external.http.port': '80',
      'gateway.ingress.external.https.port': '443',
    });
    const host = screen.getByRole('textbox', { name: /HTTP host/ });
    expect(host).toHaveFocus();
    expect(host).toHaveAttribute('aria-required', 'true');
    await user.keyboard('apps.acme.test');
    expect(values()['gateway.ingress.external.http.host']).toBe(
      'apps.acme.test',
    );
    expect(toggle(/^Ingress, external/)).toHaveAccessibleName(
      'Ingress, external: gateway-default in openchoreo-data-plane, HTTP 80, HTTPS 443',
    );
    expect(
      screen.queryByRole('button', { name: 'Add the usual ingress' }),
    ).toBeNull();
  });

  it('keeps each endpoint apart, and empties one', async () => {
    const { user, values } = await renderGateway({
      'gateway.ingress.internal.name': 'inside',
    });
    const egress = toggle(/^Egress, external: not used/);
    expect(egress).toHaveAttribute('aria-expanded', 'false');
    await user.click(egress);
    const group = within(
      screen.getByRole('group', { name: 'Egress, external' }),
    );
    await user.type(
      group.getByRole('combobox', { name: /Gateway name$|Gateway name / }),
      'out',
    );
    await user.type(group.getByRole('textbox', { name: /TLS port/ }), '8443');
    await user.type(
      group.getByRole('textbox', { name: 'TLS listener name' }),
      'tls',
    );
    expect(gatewayValues(values())).toEqual({
      'gateway.ingress.internal.name': 'inside',
      'gateway.egress.external.name': 'out',
      'gateway.egress.external.tls.port': '8443',
      'gateway.egress.external.tls.listenerName': 'tls',
    });
    await user.click(group.getByRole('button', { name: 'Empty its fields' }));
    expect(gatewayValues(values())).toEqual({
      'gateway.ingress.internal.name': 'inside',
    });
    expect(toggle(/^Egress, external/)).toHaveFocus();
  });

  it('opens an endpoint with which something is wrong', async () => {
    const { leaveSteps } = await renderGateway({
      'gateway.egress.internal.name': 'out',
      'gateway.egress.internal.namespace': 'acme',
      'gateway.egress.internal.http.port': '99999',
    });
    expect(screen.queryByRole('textbox', { name: /HTTP port/ })).toBeNull();
    await leaveSteps();
    expect(screen.getByRole('textbox', { name: /HTTP port/ })).toBeInvalid();
  });

  it('asks before v0.17 only for the hosts and ports that there were', async () => {
    const { user, values } = await renderGateway(
      {},
      flatControlPlane(
        [
          'publicVirtualHost',
          'publicHTTPPort',
          'publicHTTPSPort',
          'organizationVirtualHost',
        ],
        ['publicVirtualHost'],
      ),
    );
    const everyone = within(
      screen.getByRole('group', { name: 'Open to everyone' }),
    );
    expect(everyone.getAllByRole('textbox')).toHaveLength(3);
    const host = everyone.getByRole('textbox', { name: /^Host/ });
    expect(host).toHaveAttribute('aria-required', 'true');
    await user.type(host, 'apps.acme.test');
    await user.type(
      everyone.getByRole('textbox', { name: /HTTPS port/ }),
      '19443',
    );
    expect(gatewayValues(values())).toEqual({
      'gateway.ingress.external.name': 'gateway-default',
      'gateway.ingress.external.namespace': 'openchoreo-data-plane',
      'gateway.ingress.external.https.host': 'apps.acme.test',
      'gateway.ingress.external.https.port': '19443',
    });
    const organisation = within(
      screen.getByRole('group', { name: 'Open to the organisation' }),
    );
    const inside = organisation.getByRole('textbox', { name: /^Host/ });
    expect(inside).not.toHaveAttribute('aria-required', 'true');
    await user.type(inside, 'a');
    expect(values()['gateway.ingress.internal.https.port']).toBe('443');
    await user.clear(inside);
    await user.clear(host);
    await user.clear(everyone.getByRole('textbox', { name: /HTTPS port/ }));
    expect(gatewayValues(values())).toEqual({});
  });
});
