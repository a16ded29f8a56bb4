import { ForeignLock } from '../options';
import { LockReference } from '../spec/Template';

/** What came of the attempt to take locks. */
export type LockAttempt =
  | { readonly acquired: true }
  | {
      readonly acquired: false;
      readonly lock: LockReference;
      readonly message: string;
      /** When it may be free, as far as is known. */
      readonly freeAt?: number;
    };

/** Options of a {@link LockTable}. */
export interface LockTableOptions {
  readonly foreign: readonly ForeignLock[];
  /** How many may hold a semaphore, by its name. */
  readonly limits: ReadonlyMap<string, number>;
}

/** The locks of a workflow's world: its own, and those that others hold for a while. */
export class LockTable {
  readonly #foreign: readonly ForeignLock[];
  readonly #limits: ReadonlyMap<string, number>;
  readonly #own = new Map<string, Set<string>>();

  constructor(options: LockTableOptions) {
    this.#foreign = options.foreign;
    this.#limits = options.limits;
  }

  /** Takes all of the locks or none. */
  acquire(
    holder: string,
    locks: readonly LockReference[],
    now: number,
  ): LockAttempt {
    for (const lock of locks) {
      const limit = this.#limitOf(lock);
      const held = this.holders(lock, now);
      if (!held.includes(holder) && held.length >= limit) {
        return {
          acquired: false,
          lock,
          message: `Waiting for ${lock.name} lock. Lock status: ${
            limit - held.length
          }/${limit}`,
          freeAt: this.#freeAt(lock, now),
        };
      }
    }
    for (const { name } of locks) {
      const holders = this.#own.get(name) ?? new Set();
      this.#own.set(name, holders.add(holder));
    }
    return { acquired: true };
  }

  release(holder: string, locks: readonly LockReference[]): void {
    for (const { name } of locks) {
      this.#own.get(name)?.delete(holder);
    }
  }

  /** Who holds the lock. */
  holders({ name }: LockReference, now: number): string[] {
    return [
      ...this.#foreign
        .filter(lock => lock.name === name)
        .filter(({ from, until = Infinity }) => from <= now && now < until)
        .map(({ holder }) => holder),
      ...(this.#own.get(name) ?? []),
    ];
  }

  #limitOf({ kind, name }: LockReference): number {
    return kind === 'mutex' ? 1 : this.#limits.get(name) ?? 1;
  }

  #freeAt({ name }: LockReference, now: number): number | undefined {
    const ends = this.#foreign
      .filter(lock => lock.name === name)
      .map(({ until = Infinity }) => until)
      .filter(until => until > now && Number.isFinite(until));
    return ends.length > 0 ? Math.min(...ends) : undefined;
  }
}
