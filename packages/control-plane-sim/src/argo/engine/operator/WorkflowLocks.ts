import { jsonEqual, JsonObject } from '../../../objects/json';
import { LockReference } from '../spec/Template';
import { Operation } from './Operation';

/** Who holds a lock, as the status says it. */
function holding(
  { kind, name }: LockReference,
  holders: readonly string[],
): JsonObject {
  const [holder = ''] = holders;
  return kind === 'mutex'
    ? { holder, mutex: name }
    : { holders, semaphore: name };
}

/** The locks that a workflow as a whole needs. */
export class WorkflowLocks {
  readonly #operation: Operation;
  readonly #holder: string;

  constructor(operation: Operation) {
    const { namespace, name } = operation.workflow;
    this.#operation = operation;
    this.#holder = `${namespace}/${name}`;
  }

  /** Takes them. Why that is not possible, if so. */
  acquire(): string | undefined {
    const { workflow, locks, status, now } = this.#operation;
    if (workflow.locks.length === 0) {
      return undefined;
    }
    const attempt = locks.acquire(this.#holder, workflow.locks, now);
    if (attempt.acquired) {
      this.#show('holding', workflow.locks);
      return undefined;
    }
    const { message, freeAt, lock } = attempt;
    if (status.fields.message !== message) {
      this.#show('waiting', [lock]);
    }
    if (freeAt !== undefined) {
      this.#operation.requeueAt(freeAt);
    }
    return message;
  }

  release(): void {
    const { workflow, locks, status } = this.#operation;
    locks.release(this.#holder, workflow.locks);
    if (status.fields.synchronization) {
      status.update({ synchronization: undefined });
    }
  }

  #show(as: 'holding' | 'waiting', references: readonly LockReference[]): void {
    const { locks, status, now } = this.#operation;
    const known = status.fields.synchronization;
    const shown: Record<string, Record<string, JsonObject[]>> = {};
    for (const reference of references) {
      const kind = (shown[reference.kind] ??= {});
      const holders = locks.holders(reference, now);
      kind[as] = [...(kind[as] ?? []), holding(reference, holders)];
    }
    if (!jsonEqual(known, shown)) {
      status.update({ synchronization: shown });
    }
  }
}
