import { continueFnv32a, fnv32a } from './fnv32a';

/** Numbers that look random and always are the same for the same seed and the same question. */
export class Dice {
  readonly #seed: number;

  constructor(seed: string) {
    this.#seed = fnv32a(seed);
  }

  /** From 0 up to 1. */
  fraction(question: string): number {
    // The hash alone differs little between questions that differ in their last letter; this spreads it.
    let hash = continueFnv32a(this.#seed, question);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
  }

  /** Between two numbers. */
  between(question: string, from: number, to: number): number {
    return from + (to - from) * this.fraction(question);
  }

  /** A whole number from `min` to `max`, both included. */
  integer(question: string, min: number, max: number): number {
    return min + Math.floor(this.fraction(question) * (max - min + 1));
  }

  /** One of the choices. */
  choice<T>(question: string, choices: readonly T[]): T {
    return choices[this.integer(question, 0, choices.length - 1)];
  }

  /** Hexadecimal digits. */
  hex(question: string, length: number): string {
    let digits = '';
    while (digits.length < length) {
      digits += Math.floor(this.fraction(`${question}/${digits}`) * 2 ** 32)
        .toString(16)
        .padStart(8, '0');
    }
    return digits.slice(0, length);
  }
}
