import { ApiObject, timestamp } from '../../objects/ApiObject';
import { JsonObject } from '../../objects/json';
import { plantedUid } from '../../planeClusters/PlantedObject';
import { ForeignLock, WorkflowIntervention } from '../engine';

/** An Argo workflow that was created in the past, of which everything up to now follows. @public */
export interface PlantedWorkflow {
  readonly namespace: string;
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly spec: JsonObject;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** What somebody did to it since. */
  readonly interventions?: readonly WorkflowIntervention[];
  /** Locks that others hold. */
  readonly locks?: readonly ForeignLock[];
}

/** The workflow as it was created. */
export function plantedObject({
  namespace,
  name,
  labels,
  spec,
  createdAt,
}: PlantedWorkflow): ApiObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Workflow',
    metadata: {
      name,
      namespace,
      uid: plantedUid('workflows', namespace, name),
      creationTimestamp: timestamp(new Date(createdAt)),
      generation: 1,
      labels: { ...labels },
    },
    spec,
  };
}
