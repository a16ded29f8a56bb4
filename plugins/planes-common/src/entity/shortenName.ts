import { sha256 } from '@noble/hashes/sha2';

const MAX_LENGTH = 63;
const HASH_LENGTH = 10;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const VALID = /^[a-z0-9]([-a-z0-9_.]*[a-z0-9])?$/;

function hash(text: string): string {
  return Array.from(
    sha256(text).subarray(0, HASH_LENGTH),
    byte => ALPHABET[byte % ALPHABET.length],
  ).join('');
}

/**
 * Makes a valid entity name, distinct without regard to case, of a name that may be too long or invalid.
 *
 * @remarks
 * What follows the last underscore is a hash without a hyphen. No name that is left as it is ends
 * like this, since the part after its last underscore has a hyphen; so the two never meet.
 *
 * @param identity - tells apart everything that must get different names; only asked for a name that changes
 */
export function shortenName(name: string, identity: () => string): string {
  if (name.length <= MAX_LENGTH && VALID.test(name)) {
    return name;
  }
  const head = name
    .toLowerCase()
    .replace(/[^-a-z0-9.]/g, '-')
    .slice(0, MAX_LENGTH - HASH_LENGTH - 1)
    .replace(/^[-.]+/, '');
  return `${head || 'x'}_${hash(identity())}`;
}
