import fc from 'fast-check';
import { agentCA } from '../__fixtures__/certificates';
import { registration, registrations } from '../__testUtils__/registrations';
import { REGISTRATION_FIELDS, RegistrationValues } from './registrationFields';
import {
  registrationFromValues,
  valuesFromRegistration,
} from './registrationValues';
import { validateRegistration } from './validateRegistration';

const identity = {
  controlPlane: 'default',
  kind: 'DataPlane',
  namespace: 'acme',
  name: 'eu-west',
};

describe('registrationFromValues', () => {
  it('makes a registration of what was typed', () => {
    expect(
      registrationFromValues({
        ...identity,
        name: ' eu-west ',
        description: '  ',
        'agentCA.source': 'inline',
        'agentCA.value': `\n${agentCA}\n`,
        'agentCA.storeIn.name': 'agent-ca',
        'agentCA.storeIn.key': 'ca.crt',
        'agentCA.secretKeyRef.name': 'not-chosen',
        'observabilityPlaneRef.kind': 'ObservabilityPlane',
        'observabilityPlaneRef.name': 'obs',
        'gateway.ingress.external.name': 'gateway',
        'gateway.ingress.external.http.port': ' 80 ',
        'gateway.egress.internal.tls.port': '8o',
        imagePullSecretRefs: ' one, two\nthree ,',
      }),
    ).toEqual({
      ...identity,
      agentCA: {
        source: 'inline',
        value: agentCA.trim(),
        storeIn: { name: 'agent-ca', key: 'ca.crt' },
      },
      observabilityPlaneRef: { kind: 'ObservabilityPlane', name: 'obs' },
      gateway: {
        ingress: { external: { name: 'gateway', http: { port: 80 } } },
        egress: { internal: { tls: { port: '8o' } } },
      },
      imagePullSecretRefs: ['one', 'two', 'three'],
    });
  });

  it.each<[string, RegistrationValues, unknown]>([
    ['nothing', {}, undefined],
    ['the source alone', { 'agentCA.source': 'secret' }, { source: 'secret' }],
    [
      'no source',
      { 'agentCA.value': 'x', 'agentCA.secretKeyRef.name': 'x' },
      undefined,
    ],
    [
      'a key without the name of a new Secret',
      {
        'agentCA.source': 'inline',
        'agentCA.storeIn.key': 'ca.crt',
        'agentCA.storeIn.namespace': 'acme',
        'agentCA.storeIn.name': ' ',
      },
      { source: 'inline' },
    ],
    [
      'a Secret',
      {
        'agentCA.source': 'secret',
        'agentCA.value': 'x',
        'agentCA.storeIn.name': 'x',
        'agentCA.secretKeyRef.name': 'a',
        'agentCA.secretKeyRef.key': 'b',
      },
      { source: 'secret', secretKeyRef: { name: 'a', key: 'b' } },
    ],
    [
      'another source',
      { 'agentCA.source': 'vault', 'agentCA.value': 'x' },
      { source: 'vault' },
    ],
  ])('reads an agent CA of %s', (_, values, expected) => {
    expect(registrationFromValues(values).agentCA).toEqual(expected);
  });

  it('makes problems whose fields are those of the form', () => {
    const values = Object.fromEntries(
      REGISTRATION_FIELDS.map(field => [field, 'Not Right']),
    );
    for (const source of ['inline', 'secret', '']) {
      const reading = validateRegistration(
        registrationFromValues({ ...values, 'agentCA.source': source }),
      );
      const fields = reading.ok
        ? []
        : reading.problems.map(({ field }) => field);
      expect(fields.length).toBeGreaterThan(20);
      expect(REGISTRATION_FIELDS).toEqual(expect.arrayContaining(fields));
    }
  });
});

describe('valuesFromRegistration', () => {
  it('leaves out what is of another type than expected', () => {
    expect(
      valuesFromRegistration({
        name: ['a', 1, 'b'],
        planeID: { toString: 'x' },
        kind: true,
        agentCA: 'inline',
        gateway: { ingress: [{ external: 1 }] },
        imagePullSecretRefs: [],
      }),
    ).toEqual({ name: 'a, b' });
  });

  it('is the inverse of registrationFromValues', () => {
    fc.assert(
      fc.property(registrations, registered => {
        const { agentCA: ca } = registered;
        const trimmed =
          ca.source === 'inline' ? { ...ca, value: ca.value.trim() } : ca;
        const values = valuesFromRegistration(registered);
        expect(registrationFromValues(values)).toEqual({
          ...registered,
          agentCA: trimmed,
        });
        expect(valuesFromRegistration(registrationFromValues(values))).toEqual(
          valuesFromRegistration({ ...registered, agentCA: trimmed }),
        );
      }),
    );
  });

  it('begins a form with image pull secrets in one field', () => {
    expect(
      valuesFromRegistration(registration({ imagePullSecretRefs: ['a', 'b'] }))
        .imagePullSecretRefs,
    ).toBe('a, b');
  });
});
