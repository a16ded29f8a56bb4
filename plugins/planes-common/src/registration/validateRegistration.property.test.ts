import fc from 'fast-check';
import { registration, registrations } from '../__testUtils__/registrations';
import { registrationShape } from './registrationShape';
import { validateRegistration } from './validateRegistration';

/** Any value at any path of a registration that is right otherwise. */
const altered = fc
  .tuple(
    registrations,
    fc.constantFrom(
      ...Object.keys(registrationShape.shape),
      'unknown',
      'planeId',
    ),
    fc.anything({ withNullPrototype: true, withBigInt: true }),
  )
  .map(([values, field, value]) => ({ ...values, [field]: value }));

describe('validateRegistration, whatever the input', () => {
  it('accepts every registration that is right, as it is', () => {
    fc.assert(
      fc.property(registrations, values => {
        expect(validateRegistration(values)).toEqual({
          ok: true,
          registration: values,
        });
      }),
    );
  });

  it('never throws, and always says why it refuses', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), altered), input => {
        const reading = validateRegistration(input);
        const problems = reading.ok ? [] : reading.problems;
        expect(reading.ok).toBe(problems.length === 0);
        for (const { message, remedy, field = '' } of problems) {
          expect(`${message}${remedy}${field}`).toMatch(/^[^\n\r\0]{1,600}$/);
        }
      }),
    );
  });

  it('keeps of what it refuses only what stays right', () => {
    fc.assert(
      fc.property(altered, input => {
        const reading = validateRegistration(input);
        const valid = reading.ok ? reading.registration : reading.valid;
        expect(registrationShape.partial().safeParse(valid).success).toBe(true);
        const wrong = reading.ok ? [] : reading.problems;
        for (const { field = '' } of wrong) {
          expect(Object.keys(valid)).not.toContain(field.split('.')[0]);
        }
      }),
    );
  });

  it('survives objects as deep as JSON allows', () => {
    let deep: object = {};
    for (let i = 0; i < 5000; i++) {
      deep = { gateway: deep };
    }
    const reading = validateRegistration({
      ...registration(),
      gateway: deep,
    });
    expect(reading).toMatchObject({
      ok: false,
      problems: [{ code: 'unknown-field', field: 'gateway.gateway' }],
    });
  });
});
