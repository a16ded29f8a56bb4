import type {
  ClusterFacts,
  ConnectionTestStep,
  ConnectionTestStepName,
  Fleet,
  Plane,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type {
  ClusterGateway,
  ClusterGatewayConfig,
  PlaneInventory,
} from '@openchoreo-planes/backstage-plugin-planes-node';

/** What the steps of one test look at. */
export interface ConnectionTestContext {
  readonly plane: Plane;
  readonly inventory: PlaneInventory;
  /** The planes at the start of the test. */
  readonly fleet: Fleet;
  /** Undefined where the control plane has no gateway configured. */
  readonly gateway: ClusterGateway | undefined;
  readonly gatewayConfig: ClusterGatewayConfig | undefined;
  /** How old a heartbeat may be before `connected` is not believed any more. */
  readonly staleAfterMs: number;
  readonly clock: () => Date;
  /** Aborts when nobody waits for the test any more, or its time is up. */
  readonly signal: AbortSignal;
}

/** The context of steps that send requests. */
export interface GatewayContext extends ConnectionTestContext {
  readonly gateway: ClusterGateway;
}

/** What a step found. */
export interface StepOutcome
  extends Pick<ConnectionTestStep, 'status' | 'evidence' | 'remedy'> {
  /** What the round trip told about the cluster. */
  readonly cluster?: ClusterFacts;
}

interface StepBase {
  readonly name: ConnectionTestStepName;
  /** What the step looks at, for a person. */
  title(plane: Plane): string;
}

/** A step that looks at what the portal knows already. */
export interface LocalStep extends StepBase {
  readonly contacts: 'nobody';
  run(context: ConnectionTestContext): StepOutcome;
}

/** A step that sends requests to the gateway, or through it. */
export interface GatewayStep extends StepBase {
  readonly contacts: 'gateway';
  run(context: GatewayContext): Promise<StepOutcome>;
}

/** One step of a connection test. */
export type TestStep = LocalStep | GatewayStep;
