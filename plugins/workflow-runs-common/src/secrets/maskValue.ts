import {
  hasSecretName,
  isReference,
  maskText,
  replaceUserInfo,
  SECRET_MASK,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/** A value as it may be shown. */
export interface MaskedValue {
  readonly masked: boolean;
  /** Absent where the whole value is a secret. */
  readonly value?: unknown;
}

const ALL_MASKED: MaskedValue = { masked: true };
const URL_ALONE = /^\s*[a-z][a-z0-9+.-]{1,20}:\/\/\S+\s*$/i;
const BASE64 = /^[A-Za-z0-9+/_-]{40,}={0,2}$/;

/** Whether a text is the base64 of something that holds a secret, such as a private key or the logins of registries. */
function encodesSecret(text: string): boolean {
  // A long text was cut somewhere, of which the ellipsis tells.
  const encoded = text.trim().replaceAll(/\r?\n|…$/g, '');
  if (!BASE64.test(encoded)) {
    return false;
  }
  try {
    const decoded = atob(
      encoded
        .slice(0, encoded.length - (encoded.length % 4))
        .replaceAll('-', '+')
        .replaceAll('_', '/'),
    );
    return maskText(decoded) !== decoded;
  } catch {
    return false;
  }
}

function maskString(text: string): MaskedValue {
  if (isReference(text)) {
    return { masked: false, value: text };
  }
  if (URL_ALONE.test(text)) {
    const value = maskText(text);
    return { masked: value !== text, value };
  }
  const value = replaceUserInfo(text, `${SECRET_MASK}@`);
  if (maskText(value) !== value || encodesSecret(text)) {
    return ALL_MASKED;
  }
  return { masked: value !== text, value };
}

function maskList(items: readonly unknown[]): MaskedValue {
  const texts = items.filter(item => typeof item === 'string');
  // A flag and its value, as in the arguments of a command, are two items.
  if (maskText(texts.join(' ')) !== texts.join(' ')) {
    return ALL_MASKED;
  }
  const isSecret = texts.some(text => maskString(text).masked);
  return isSecret ? ALL_MASKED : { masked: false, value: items };
}

/** Masks what looks like a secret in a value, whatever its name; a URL without its user and password is shown. */
export function maskByContent(value: unknown): MaskedValue {
  if (typeof value === 'string') {
    return maskString(value);
  }
  return Array.isArray(value) ? maskList(value) : { masked: false, value };
}

/** Whether a value can be a secret at all: not the empty text, a switch, or a reference to where the secret is. */
function canBeSecret(value: unknown, lastName: string): boolean {
  switch (typeof value) {
    case 'string':
      return value.trim() !== '' && !isReference(value);
    case 'number':
      // There are amounts of tokens, but no amounts of a password.
      return !/(?:tokens|secrets|passwords|credentials|creds|keys)$/i.test(
        lastName,
      );
    default:
      return Array.isArray(value) && value.length > 0;
  }
}

/** Masks a value whose name or content looks like a secret. */
export function maskValue(
  value: unknown,
  names: readonly string[],
): MaskedValue {
  const lastName = names[names.length - 1] ?? '';
  return hasSecretName(names) && canBeSecret(value, lastName)
    ? ALL_MASKED
    : maskByContent(value);
}
