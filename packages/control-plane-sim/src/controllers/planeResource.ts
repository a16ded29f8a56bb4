import { JsonObject, isJsonObject, objectAt, stringsIn } from '../objects/json';
import { integerAt, listAt, textAt } from './fields';
import { SimulatedPlaneKind } from './planeKinds';

/** A condition as Kubernetes stores it (metav1.Condition). @public */
export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
  readonly lastTransitionTime: string;
  readonly observedGeneration?: number;
}

/** `status.agentConnection` of a plane. @public */
export interface AgentConnectionStatus {
  readonly connected: boolean;
  readonly connectedAgents: number;
  readonly lastConnectedTime?: string;
  readonly lastDisconnectedTime?: string;
  readonly lastHeartbeatTime?: string;
  readonly message?: string;
}

/** `status` of a plane. @public */
export interface PlaneStatus {
  readonly observedGeneration?: number;
  readonly conditions?: readonly Condition[];
  readonly agentConnection?: AgentConnectionStatus;
}

/** Where the CA of a plane's agents is to be found. */
export interface ClientCaSource {
  readonly value?: string;
  readonly secret?: {
    readonly name?: string;
    readonly key?: string;
    readonly namespace?: string;
  };
}

/** The part of a plane resource that a controller acts on. */
export interface PlaneResource {
  readonly kind: SimulatedPlaneKind;
  readonly namespace?: string;
  readonly name: string;
  readonly resourceVersion: string;
  readonly generation: number;
  readonly finalizers: readonly string[];
  readonly deleting: boolean;
  /** `spec.planeID`, else the name. */
  readonly planeID: string;
  readonly clientCa: ClientCaSource;
  readonly hasSpec: boolean;
  readonly hasGateway: boolean;
  readonly status: PlaneStatus;
}

function readCondition(condition: unknown): Condition | undefined {
  const type = textAt(condition, 'type');
  return type === undefined
    ? undefined
    : {
        type,
        status: textAt(condition, 'status') ?? 'Unknown',
        reason: textAt(condition, 'reason') ?? '',
        message: textAt(condition, 'message') ?? '',
        lastTransitionTime: textAt(condition, 'lastTransitionTime') ?? '',
        observedGeneration: integerAt(condition, 'observedGeneration'),
      };
}

/** `status.conditions`, as far as they can be read. */
export function readConditions(status: JsonObject): Condition[] {
  return listAt(status, 'conditions').flatMap(
    condition => readCondition(condition) ?? [],
  );
}

function readAgentConnection(
  connection: JsonObject,
): AgentConnectionStatus | undefined {
  if (typeof connection.connected !== 'boolean') {
    return undefined;
  }
  return {
    connected: connection.connected,
    connectedAgents: integerAt(connection, 'connectedAgents') ?? 0,
    lastConnectedTime: textAt(connection, 'lastConnectedTime'),
    lastDisconnectedTime: textAt(connection, 'lastDisconnectedTime'),
    lastHeartbeatTime: textAt(connection, 'lastHeartbeatTime'),
    message: textAt(connection, 'message'),
  };
}

function readClientCa(spec: JsonObject): ClientCaSource {
  const clientCa = objectAt(objectAt(spec, 'clusterAgent'), 'clientCA');
  const secret = clientCa.secretKeyRef ?? clientCa.secretRef;
  return {
    value: textAt(clientCa, 'value'),
    secret: isJsonObject(secret)
      ? {
          name: textAt(secret, 'name'),
          key: textAt(secret, 'key'),
          namespace: textAt(secret, 'namespace'),
        }
      : undefined,
  };
}

/** Reads a plane out of what the API server returned; undefined where it has no name. */
export function readPlaneResource(
  kind: SimulatedPlaneKind,
  object: JsonObject,
): PlaneResource | undefined {
  const metadata = objectAt(object, 'metadata');
  const spec = objectAt(object, 'spec');
  const status = objectAt(object, 'status');
  const name = textAt(metadata, 'name');
  if (name === undefined) {
    return undefined;
  }
  return {
    kind,
    namespace: textAt(metadata, 'namespace'),
    name,
    resourceVersion: textAt(metadata, 'resourceVersion') ?? '',
    generation: integerAt(metadata, 'generation') ?? 0,
    finalizers: stringsIn(metadata.finalizers),
    deleting: textAt(metadata, 'deletionTimestamp') !== undefined,
    planeID: textAt(spec, 'planeID') ?? name,
    clientCa: readClientCa(spec),
    hasSpec: object.spec !== undefined,
    hasGateway: spec.gateway !== undefined,
    status: {
      observedGeneration: integerAt(status, 'observedGeneration'),
      conditions: readConditions(status),
      agentConnection: readAgentConnection(objectAt(status, 'agentConnection')),
    },
  };
}
