const never = new Promise<never>(() => {});

/** The life of a simulated process: after so many steps it is dead, and what it does next never happens. */
export class Life {
  #steps: number;
  #die = () => {};
  /** Resolves when it is over. */
  readonly died: Promise<void>;
  isOver = false;

  constructor(steps: number) {
    this.#steps = steps;
    this.died = new Promise(resolve => {
      this.#die = resolve;
    });
  }

  /** Makes each call of a method two steps: one before anything is done, one after, so that nobody learns the result. */
  mortal<T extends object>(target: T): T {
    return new Proxy(target, {
      get: (_, name) => {
        const member: unknown = Reflect.get(target, name, target);
        return typeof member === 'function'
          ? async (...args: unknown[]) => {
              await this.#step();
              const result: unknown = await member.apply(target, args);
              await this.#step();
              return result;
            }
          : member;
      },
    });
  }

  async #step(): Promise<void> {
    if (this.#steps <= 0) {
      this.isOver = true;
      this.#die();
      await never;
    }
    this.#steps--;
  }
}

/** A life without end. */
export function immortal(): Life {
  return new Life(Infinity);
}
