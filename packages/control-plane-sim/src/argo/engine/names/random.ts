import { fnv32a } from './fnv32a';

/** A number from 0 up to 1 that always is the same for the same seed, and looks random between seeds. */
export function seededFraction(seed: string): number {
  // The hash alone differs little between seeds that differ in their last letter; this spreads it.
  let hash = fnv32a(seed);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** A whole number from `min` to `max`, both included. */
export function seededInteger(seed: string, min: number, max: number): number {
  return min + Math.floor(seededFraction(seed) * (max - min + 1));
}

/** Hexadecimal digits. */
export function seededHex(seed: string, length: number): string {
  let digits = '';
  for (let part = 0; digits.length < length; part += 1) {
    digits += fnv32a(`${seed}/${part}/${digits}`).toString(16).padStart(8, '0');
  }
  return digits.slice(0, length);
}

/** One of the choices. */
export function seededChoice<T>(seed: string, choices: readonly T[]): T {
  return choices[seededInteger(seed, 0, choices.length - 1)];
}
