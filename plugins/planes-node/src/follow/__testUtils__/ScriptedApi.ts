import { once } from 'node:events';
import type { KubernetesApi } from '../../kube';

/** A Kubernetes API whose faults a test sets: it serves the same plurals for ever, and a watch brings nothing until it ends. */
export class ScriptedApi implements KubernetesApi {
  /** While set, every request fails with what it gives for the path, if anything. */
  fault: ((path: string) => Error | undefined) | undefined;
  readonly #plurals: readonly string[];
  #watches = new AbortController();

  constructor(plurals: readonly string[]) {
    this.#plurals = plurals;
  }

  /** Breaks every watch that is open. */
  breakWatches(): void {
    this.#watches.abort();
    this.#watches = new AbortController();
  }

  async getJson(path: string): Promise<unknown> {
    this.#check(path);
    return path.endsWith('/v1alpha1')
      ? {
          kind: 'APIResourceList',
          resources: this.#plurals.map(name => ({ name })),
        }
      : { kind: 'List', metadata: { resourceVersion: '1' }, items: [] };
  }

  async *watch(
    path: string,
    options: { signal: AbortSignal; onOpen?: () => void },
  ): AsyncGenerator<unknown> {
    this.#check(path);
    options.onOpen?.();
    const broken = this.#watches.signal;
    // An event, as without any the collection would be listed anew.
    yield {
      type: 'BOOKMARK',
      object: { metadata: { resourceVersion: '1' } },
    };
    const signal = AbortSignal.any([options.signal, broken]);
    if (!signal.aborted) {
      await once(signal, 'abort');
    }
    if (broken.aborted) {
      throw Object.assign(new Error('cut'), { code: 'ECONNRESET' });
    }
  }

  #check(path: string): void {
    const error = this.fault?.(path);
    if (error) {
      throw error;
    }
  }
}
