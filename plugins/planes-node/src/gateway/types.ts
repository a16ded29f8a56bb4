import type { GatewayPlaneType } from '@openchoreo-planes/backstage-plugin-planes-common';

/** How the cluster gateway of a control plane is reached: `openchoreo.controlPlanes[].gateway`. @public */
export interface ClusterGatewayConfig {
  /** The internal API, of any release: for example `https://cluster-gateway.openchoreo-control-plane.svc:8444`. */
  readonly url: string;
  /** PEM file with the CA of the gateway's certificate; the system's CAs where undefined. */
  readonly caFile?: string;
  /** PEM files of the portal's client certificate; undefined for releases that ask for none. */
  readonly certFile?: string;
  readonly keyFile?: string;
  /** How long an answer may take, in milliseconds; more than the gateway's own 30 s. */
  readonly timeoutMs: number;
}

/** How the gateway knows a plane's agents. @public */
export interface AgentAddress {
  readonly planeType: GatewayPlaneType;
  readonly planeID: string;
}

/** A plane's resource, as the gateway's tunnel addresses it. @public */
export interface TunnelAddress extends AgentAddress {
  /** Undefined for Cluster kinds. */
  readonly namespace?: string;
  readonly name: string;
}

/** What the gateway says of one plane type and planeID. @public */
export interface GatewayPlaneStatus {
  readonly planeType: string;
  readonly planeID: string;
  readonly connected: boolean;
  readonly connectedAgents: number;
  /** ISO 8601; undefined where no agent is connected. */
  readonly lastSeen?: string;
}

/** Why a request to the gateway, or through it, did not succeed. @public */
export type GatewayFailureReason =
  /** A planeID, namespace or name that must not go into a URL; nothing was sent. */
  | 'invalid-address'
  /** Nothing answers at the gateway's address. */
  | 'unreachable'
  /** The TLS handshake failed: the portal's CA, certificate or key is wrong. */
  | 'tls'
  /** A certificate file of the portal cannot be read. */
  | 'credentials-unreadable'
  /** The portal's own time limit passed. */
  | 'timeout'
  /** No agent is connected for the plane type and planeID. */
  | 'no-agent'
  /** An agent is connected, but its certificate is not accepted for this resource. */
  | 'not-authorised'
  /** The agent did not answer within the gateway's 30 seconds. */
  | 'tunnel-timeout'
  /** The gateway could not hand the request to the agent. */
  | 'tunnel-broken'
  /** The agent cannot reach its cluster's API server. */
  | 'target-unreachable'
  /** The agent does not know the target. */
  | 'target-unknown'
  /** The cluster's API server refuses the agent's service account (401, 403 with a `Status`). */
  | 'forbidden'
  /** The cluster's API server has no such object or resource. */
  | 'not-found'
  | 'streaming-not-supported'
  /** The gateway itself refuses the request. */
  | 'refused'
  /** The cluster's API server answered with another error. */
  | 'kubernetes-error'
  /** Something else than the gateway answered, or a redirect. */
  | 'unexpected-answer';

/** A failure, with what was answered. @public */
export interface GatewayFailure {
  readonly reason: GatewayFailureReason;
  /** One sentence for a person, without secrets and bounded in length. */
  readonly message: string;
  /** The HTTP status, where there was an answer. */
  readonly status?: number;
  /** The `reason` of the Kubernetes `Status`, where there was one. */
  readonly kubernetesReason?: string;
}

/** What came of a request. @public */
export type GatewayOutcome<T> =
  | { readonly ok: true; readonly value: T; readonly durationMs: number }
  | {
      readonly ok: false;
      readonly failure: GatewayFailure;
      readonly durationMs: number;
    };

/** Options of every request. @public */
export interface GatewayRequestOptions {
  readonly signal: AbortSignal;
}

/** Facts about the TLS connection to the gateway. @public */
export interface GatewayTlsFacts {
  /** For example `TLSv1.3`. */
  readonly protocol: string;
  /** When the portal's client certificate expires, ISO 8601; undefined where none is used. */
  readonly clientCertificateExpires?: string;
}

/**
 * The internal API of one control plane's cluster gateway. Never throws for what a gateway can answer; rejects with the
 * signal's reason when the caller cancels.
 *
 * @public
 */
export interface ClusterGateway {
  /** Every plane with at least one connected agent. */
  listPlanes(
    options: GatewayRequestOptions,
  ): Promise<GatewayOutcome<readonly GatewayPlaneStatus[]>>;
  /** One plane type and planeID, for whichever resource. */
  getPlane(
    address: AgentAddress,
    options: GatewayRequestOptions,
  ): Promise<GatewayOutcome<GatewayPlaneStatus>>;
  /** The same, counting only agents whose certificate is accepted for this resource. */
  getResource(
    address: TunnelAddress,
    options: GatewayRequestOptions,
  ): Promise<GatewayOutcome<GatewayPlaneStatus>>;
  /** Drops every agent of the plane type and planeID; they dial in anew. */
  reconnect(
    address: AgentAddress,
    options: GatewayRequestOptions,
  ): Promise<GatewayOutcome<{ readonly disconnectedAgents: number }>>;
  /**
   * A GET to the Kubernetes API of the plane's cluster, through its agent.
   *
   * @param path - segments of the path and its query; each is encoded. `watch` and `follow` are refused.
   */
  get(
    address: TunnelAddress,
    request: TunnelRequest,
    options: GatewayRequestOptions,
  ): Promise<GatewayOutcome<unknown>>;
  /**
   * Like {@link ClusterGateway.get}, for what is no JSON, such as the log of a container.
   *
   * @remarks
   * A longer answer is cut. The gateway itself holds all of it in memory: where the Kubernetes API knows a bound of its own
   * (`limitBytes` of a log), ask for that as well.
   */
  getText(
    address: TunnelAddress,
    request: TunnelTextRequest,
    options: GatewayRequestOptions,
  ): Promise<GatewayOutcome<GatewayText>>;
  /**
   * Changes an object in the plane's cluster by a JSON merge patch, and answers with the object as it is then.
   *
   * @remarks
   * Sent once and never repeated. Where no answer comes (`unreachable`, `timeout`, `tunnel-timeout`, `tunnel-broken`,
   * `target-unreachable`), the object may be changed all the same.
   */
  patch(
    address: TunnelAddress,
    request: TunnelPatch,
    options: GatewayRequestOptions,
  ): Promise<GatewayOutcome<unknown>>;
  /** What the TLS handshake showed when the gateway was last reached. */
  tlsFacts(): GatewayTlsFacts | undefined;
}

/** A request through the tunnel. @public */
export interface TunnelRequest {
  /** For example `['api', 'v1', 'namespaces', 'kube-system']`. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  /** The media type to accept; JSON unless given. */
  readonly accept?: string;
}

/** A request for text through the tunnel. @public */
export interface TunnelTextRequest extends Omit<TunnelRequest, 'accept'> {
  /** Where the text is cut. */
  readonly maxBytes: number;
}

/** Text that came through the tunnel. @public */
export interface GatewayText {
  readonly text: string;
  /** It was longer. */
  readonly truncated: boolean;
}

/** A change through the tunnel. @public */
export interface TunnelPatch {
  /** The object's, as in {@link TunnelRequest}. */
  readonly path: readonly string[];
  /** What becomes different; `null` removes a field. With `metadata.uid`, another object of the same name is not changed. */
  readonly body: object;
}

/** The gateways of all control planes. @public */
export interface ClusterGateways {
  /** Undefined where the control plane has no gateway configured. */
  get(controlPlane: string): ClusterGateway | undefined;
  /** How it is reached; undefined where none is configured. */
  config(controlPlane: string): ClusterGatewayConfig | undefined;
}
