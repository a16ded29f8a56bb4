/** Variables by their whole name, such as `steps.build.outputs.result`; a scope sees what the scope around it holds. */
export class Scope {
  readonly #parent?: Scope;
  readonly #values = new Map<string, string>();

  constructor(parent?: Scope, values: Readonly<Record<string, string>> = {}) {
    this.#parent = parent;
    for (const [name, value] of Object.entries(values)) {
      this.#values.set(name, value);
    }
  }

  get(name: string): string | undefined {
    return this.#values.get(name) ?? this.#parent?.get(name);
  }

  /** Whether it holds the variable, or one whose value the name leads into. */
  knows(name: string): boolean {
    const end = name.lastIndexOf('.');
    return (
      this.get(name) !== undefined ||
      (end > 0 && this.knows(name.slice(0, end)))
    );
  }

  set(name: string, value: string): void {
    this.#values.set(name, value);
  }

  /** Sets the variables under a prefix, such as `steps.build`. */
  setAll(prefix: string, values: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(values)) {
      this.#values.set(`${prefix}.${name}`, value);
    }
  }
}
