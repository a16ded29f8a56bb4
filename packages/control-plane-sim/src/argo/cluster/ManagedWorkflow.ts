import { ApiObject } from '../../objects/ApiObject';
import { storeKey } from '../../storage/ResourceStore';
import { WorkflowSimulation, WorkflowSimulationOptions } from '../engine';

/** A workflow that an Argo controller looks after. */
export class ManagedWorkflow {
  /** What is told of it besides the cluster that it is in. */
  readonly given: Omit<WorkflowSimulationOptions, 'workflow'>;
  /** As it was created, with the time that its simulation begins. */
  readonly created: ApiObject;
  /** As it was last stored. */
  object: ApiObject;
  /** Undefined until somebody first looks. */
  simulation?: WorkflowSimulation;
  /** When something will happen next, in milliseconds since 1970. */
  dueAt = Number.NEGATIVE_INFINITY;
  /** The keys of its pods. */
  readonly pods = new Set<string>();
  /** How many events were written. */
  events = 0;

  constructor(
    created: ApiObject,
    given: Omit<WorkflowSimulationOptions, 'workflow'> = {},
  ) {
    this.created = created;
    this.object = created;
    this.given = given;
  }

  get namespace(): string {
    return this.object.metadata.namespace ?? '';
  }

  get key(): string {
    return storeKey(this.namespace, this.object.metadata.name);
  }
}
