/**
 * Remembers values by text within bounds.
 *
 * @remarks
 * In two generations: what is not asked for while the recent one fills up is forgotten. So a hit,
 * by far the most frequent case, writes nothing.
 */
export class TextCache<T> {
  readonly #maxTextLength: number;
  readonly #maxGenerationLength: number;
  #recent = new Map<string, T>();
  #previous = new Map<string, T>();
  #recentLength = 0;

  /** Lengths are in characters; a text over `maxTextLength` is never remembered. */
  constructor(options: { maxTextLength: number; maxTotalLength: number }) {
    this.#maxTextLength = options.maxTextLength;
    this.#maxGenerationLength = options.maxTotalLength / 2;
  }

  get(text: string): T | undefined {
    const value = this.#recent.get(text);
    if (value !== undefined) {
      return value;
    }
    const older = this.#previous.get(text);
    if (older !== undefined) {
      this.set(text, older);
    }
    return older;
  }

  set(text: string, value: T): void {
    if (text.length > this.#maxTextLength || this.#recent.has(text)) {
      return;
    }
    if (this.#recentLength + text.length > this.#maxGenerationLength) {
      this.#previous = this.#recent;
      this.#recent = new Map();
      this.#recentLength = 0;
    }
    this.#recent.set(text, value);
    this.#recentLength += text.length;
  }
}
