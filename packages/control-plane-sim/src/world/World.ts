import { SimulatedCluster } from '../planeClusters/PlaneClusters';
import { SimulatedAgents } from '../controllers/gateway/SimulatedGateway';
import { PlaneStatus } from '../controllers/planeResource';

/** An object to create. @public */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly finalizers?: readonly string[];
  };
  readonly [field: string]: unknown;
}

/** An object, and what has happened to it before the world begins. @public */
export interface PlannedObject {
  readonly manifest: Manifest;
  /** The status that the controllers left, or what works it out; undefined where they left none. */
  readonly status?: object | (() => object);
  /** A JSON merge patch that somebody applied after the controllers wrote the status. */
  readonly edit?: object;
  /** When it was created, in milliseconds since 1970; the moment of planting where the API server has its own mind. */
  readonly createdAt?: number;
  /** Somebody asked to delete it. */
  readonly deleted?: boolean;
}

/** A plane, and what has happened to it before the world begins. @public */
export interface PlannedPlane extends PlannedObject {
  readonly status?: PlaneStatus;
  /** The agents in its cluster. */
  readonly agents?: SimulatedAgents;
}

/** Everything that a control plane holds when the demo or a benchmark begins. @public */
export interface World {
  /** Namespaces, secrets, environments and workflows. */
  readonly objects: readonly Manifest[];
  readonly planes: readonly PlannedPlane[];
  /** Workflow runs, and what they were in older releases. */
  readonly runs?: readonly PlannedObject[];
  /** The clusters behind the agents; where it names none, each plane type and planeID has one to itself. */
  readonly clusters?: readonly SimulatedCluster[];
}
