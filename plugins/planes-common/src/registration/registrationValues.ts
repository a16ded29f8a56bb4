import { asFields, Fields } from '../parse/readers';
import { PlaneRegistration } from './PlaneRegistration';
import {
  REGISTRATION_FIELDS,
  RegistrationField,
  RegistrationValues,
} from './registrationFields';

/** The agent CA fields that a value must belong to, by source. */
function isChosen(
  field: RegistrationField,
  source: string | undefined,
  storesSecret: boolean,
): boolean {
  if (!field.startsWith('agentCA.') || field === 'agentCA.source') {
    return true;
  }
  if (field.startsWith('agentCA.secretKeyRef.')) {
    return source === 'secret';
  }
  return (
    source === 'inline' &&
    (storesSecret || !field.startsWith('agentCA.storeIn.'))
  );
}

function typedValue(field: RegistrationField, text: string): unknown {
  if (field === 'imagePullSecretRefs') {
    return text.split(/[\s,]+/).filter(name => name !== '');
  }
  return field.endsWith('.port') && /^\d+$/.test(text) ? Number(text) : text;
}

function setAt(
  target: { [field: string]: unknown },
  path: readonly string[],
  value: unknown,
): { [field: string]: unknown } {
  const [field, ...rest] = path;
  return {
    ...target,
    [field]:
      rest.length === 0
        ? value
        : setAt({ ...asFields(target[field]) }, rest, value),
  };
}

/**
 * The registration that the values of a form stand for, to be read by `validateRegistration`.
 *
 * @remarks
 * Values that are empty, and those of the agent CA source that is not chosen, are left out; white space around them goes,
 * but not within a certificate. Ports become numbers where they are digits; `imagePullSecretRefs` is split at commas and
 * white space.
 *
 * @public
 */
export function registrationFromValues(values: RegistrationValues): {
  [field: string]: unknown;
} {
  const textOf = (field: RegistrationField) =>
    values[field]?.trim() || undefined;
  const source = textOf('agentCA.source');
  const storesSecret = textOf('agentCA.storeIn.name') !== undefined;
  let registration: { [field: string]: unknown } = {};
  for (const field of REGISTRATION_FIELDS) {
    const text = textOf(field);
    if (text !== undefined && isChosen(field, source, storesSecret)) {
      const value = typedValue(field, text);
      registration = setAt(registration, field.split('.'), value);
    }
  }
  return registration;
}

function valueAt(fields: Fields, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, field) => asFields(value)?.[field],
    fields,
  );
}

function typedText(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    return value.filter(item => typeof item === 'string').join(', ');
  }
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : undefined;
}

/**
 * The values with which a form for a registration begins.
 *
 * @param registration - also one from an answer of the backend; what is of another type than expected is left out
 * @public
 */
export function valuesFromRegistration(
  registration:
    | Partial<PlaneRegistration>
    | { readonly [field: string]: unknown },
): RegistrationValues {
  const values: { [F in RegistrationField]?: string } = {};
  const fields: Fields = { ...registration };
  for (const field of REGISTRATION_FIELDS) {
    const text = typedText(valueAt(fields, field.split('.')));
    if (text) {
      values[field] = text;
    }
  }
  return values;
}
