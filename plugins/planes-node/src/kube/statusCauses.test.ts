import { statusCauses } from './statusCauses';

const causesOf = (message: string, causes?: object[]) =>
  statusCauses({ kind: 'Status', message, details: { causes } });

describe('statusCauses', () => {
  it('names every field that strict decoding does not know', () => {
    expect(
      causesOf(
        'DataPlane in version "v1alpha1" cannot be handled as a DataPlane: strict decoding error: unknown field "spec.planeId", unknown field "spec.gateway.x"',
      ),
    ).toEqual([
      {
        field: 'spec.planeId',
        reason: 'FieldUnknown',
        message: 'unknown field "spec.planeId"',
      },
      {
        field: 'spec.gateway.x',
        reason: 'FieldUnknown',
        message: 'unknown field "spec.gateway.x"',
      },
    ]);
  });

  it('believes only the decoder about unknown fields', () => {
    expect(causesOf('webhook says: unknown field "spec.x"')).toEqual([]);
  });

  it('leaves out repetitions and what was not checked, and keeps causes without a field', () => {
    const required = {
      field: 'spec.planeID',
      reason: 'FieldValueRequired',
      message: 'Required value',
    };
    expect(
      causesOf('invalid', [
        required,
        required,
        {
          field: '<nil>',
          reason: 'FieldValueInvalid',
          message:
            'Invalid value: null: some validation rules were not checked because the object was invalid',
        },
        { field: '<nil>', message: 'a rule of the whole object' },
        { reason: 'UnexpectedServerResponse' },
      ]),
    ).toEqual([
      required,
      { message: 'a rule of the whole object' },
      {
        reason: 'UnexpectedServerResponse',
        message: 'UnexpectedServerResponse',
      },
    ]);
  });

  it('quotes no certificate', () => {
    const value = JSON.stringify(
      `-----BEGIN CERTIFICATE-----\n${'MIIDGzCC'.repeat(8)}\n`,
    );
    const [cause] = causesOf('invalid', [
      { field: 'spec.x', message: `Invalid value: ${value}: too long` },
    ]);
    expect(cause?.message).toContain('Invalid value: "(PEM)');
    expect(cause?.message).not.toContain('MII');
  });
});
