import { JsonObject } from '../../../objects/json';

/** Phases of workflows. */
export type WorkflowPhase =
  | 'Pending'
  | 'Running'
  | 'Succeeded'
  | 'Failed'
  | 'Error';

/** What the status says besides the nodes. */
interface Fields {
  phase?: WorkflowPhase;
  message: string;
  startedAt?: number;
  finishedAt?: number;
  /** A pod was found running at the last look that found a change; undefined before the second look. */
  podRunning?: boolean;
  /** It was found to be valid, and so got what Argo writes for those that run. */
  admitted: boolean;
  outputs?: JsonObject;
  synchronization?: JsonObject;
}

/** The status of a workflow but for its nodes. */
export class WorkflowStatus {
  #fields: Fields = { message: '', admitted: false };
  #storedTemplates: Record<string, JsonObject> = {};
  #revision = 0;

  /** Grows with every change. */
  get revision(): number {
    return this.#revision;
  }

  get fields(): Readonly<Fields> {
    return this.#fields;
  }

  get completed(): boolean {
    const { phase } = this.#fields;
    return phase === 'Succeeded' || phase === 'Failed' || phase === 'Error';
  }

  /** Copies of templates that do not come from the workflow itself, by scope and name. */
  get storedTemplates(): Readonly<Record<string, JsonObject>> {
    return this.#storedTemplates;
  }

  update(change: Partial<Fields>): void {
    this.#fields = { ...this.#fields, ...change };
    this.#revision += 1;
  }

  storeTemplate(key: string, raw: JsonObject): void {
    if (!Object.hasOwn(this.#storedTemplates, key)) {
      this.#storedTemplates = { ...this.#storedTemplates, [key]: raw };
      this.#revision += 1;
    }
  }
}
