import { Finding } from './finding';
import { GatewayPlaneType, PlaneKind, PlaneType } from './kinds';

/** Where a plane's custom resource is found. @public */
export interface PlaneRef {
  /** The control plane's name in `openchoreo.controlPlanes`. */
  readonly controlPlane: string;
  readonly kind: PlaneKind;
  /** The Kubernetes namespace; undefined for Cluster kinds. */
  readonly namespace?: string;
  readonly name: string;
}

/** A reference to a key of a Kubernetes Secret; never the secret's value. @public */
export interface SecretKeyRef {
  readonly name: string;
  readonly key: string;
  readonly namespace?: string;
}

/** What a certificate says about itself. Times are ISO 8601. @public */
export interface CertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  /** SHA-256 of the DER form, upper-case hex pairs joined by colons. */
  readonly fingerprint: string;
  readonly notBefore: string;
  readonly notAfter: string;
  /** Basic constraints say CA:TRUE. */
  readonly isCA: boolean;
  /** Subject equals issuer. */
  readonly selfSigned: boolean;
}

/** Where the CA that signs the plane's agent certificates comes from. @public */
export type AgentCA =
  /** No CA is configured, or the resource is of a release before agents. */
  | { readonly source: 'none' }
  /** Inline PEM that could be read; its first CA (or first certificate) leads. */
  | {
      readonly source: 'inline';
      readonly certificates: readonly CertificateFacts[];
    }
  /** Inline text that is no usable certificate. */
  | {
      readonly source: 'inline';
      readonly certificates: readonly [];
      readonly problem: 'base64-encoded' | 'private-key' | 'not-pem';
    }
  | { readonly source: 'secret'; readonly secretKeyRef: SecretKeyRef };

/** A reference to an observability plane as the resource states it. @public */
export interface ObservabilityPlaneRef {
  /** Undefined where the resource names none (a string, or an object without kind). */
  readonly kind?: string;
  readonly name: string;
}

/** A condition of the resource's status (metav1.Condition). @public */
export interface PlaneCondition {
  readonly type: string;
  readonly status: 'True' | 'False' | 'Unknown';
  readonly reason?: string;
  readonly message?: string;
  readonly lastTransitionTime?: string;
  readonly observedGeneration?: number;
}

/** What the controller last wrote about the plane's agents; up to a minute old. @public */
export interface AgentConnection {
  readonly connected: boolean;
  readonly connectedAgents: number;
  readonly lastConnectedTime?: string;
  readonly lastDisconnectedTime?: string;
  readonly lastHeartbeatTime?: string;
  readonly message?: string;
}

/** A listener of a data plane's gateway. @public */
export interface GatewayListener {
  readonly direction: 'ingress' | 'egress';
  readonly exposure: 'external' | 'internal';
  readonly protocol: 'http' | 'https' | 'tls';
  readonly host?: string;
  readonly port?: number;
  /** The Gateway resource in the data plane's cluster. */
  readonly gateway?: { readonly name: string; readonly namespace?: string };
}

/** One container registry of a proposal-era plane; the secret is named, never read. @public */
export interface PlaneRegistry {
  readonly prefix: string;
  readonly secretName?: string;
}

/**
 * A plane, in one shape for all kinds and releases.
 *
 * @remarks
 * Never part of it: private keys, certificates' PEM, tokens, passwords, the last-applied
 * annotation and managed fields. Times are ISO 8601 strings.
 *
 * @public
 */
export interface Plane {
  readonly ref: PlaneRef;
  readonly uid: string;
  readonly resourceVersion: string;
  /** `metadata.generation`. */
  readonly generation?: number;
  readonly observedGeneration?: number;
  readonly creationTimestamp?: string;
  /** Set while the resource is being deleted. */
  readonly deletionTimestamp?: string;
  readonly finalizers: readonly string[];

  readonly planeType: PlaneType;
  readonly gatewayPlaneType: GatewayPlaneType;
  /** How OpenChoreo reaches the cluster: through an agent, or (before v0.9) with credentials in the resource. */
  readonly access: 'agent' | 'credentials';
  /** The effective planeID: `spec.planeID`, else the resource's name. */
  readonly planeID: string;
  /** False where `planeID` breaks the DNS-label rules; such a planeID never goes into a URL. */
  readonly planeIDValid: boolean;
  readonly displayName?: string;
  readonly description?: string;
  /** The value of the annotation `backstage.io/owner`. */
  readonly owner?: string;
  readonly agentCA: AgentCA;
  readonly secretStore?: string;
  readonly observabilityPlaneRef?: ObservabilityPlaneRef;
  readonly registries: readonly PlaneRegistry[];
  readonly gatewayListeners: readonly GatewayListener[];
  readonly observerURL?: string;
  readonly rcaAgentURL?: string;
  readonly finOpsAgentURL?: string;
  readonly conditions: readonly PlaneCondition[];
  /** Absent until the controller's first successful poll of the gateway. */
  readonly agentConnection?: AgentConnection;
  /** What is wrong with the resource by itself; see also {@link planeFindings}. */
  readonly findings: readonly Finding[];
}

/** Why an object is not a plane. @public */
export type NotAPlane =
  | { readonly reason: 'not-an-object' }
  | { readonly reason: 'other-group'; readonly apiVersion: string }
  | { readonly reason: 'other-kind'; readonly kind: string }
  | { readonly reason: 'no-name' }
  | { readonly reason: 'no-uid'; readonly name: string }
  | { readonly reason: 'no-namespace'; readonly name: string };

/** The outcome of reading an object as a plane. @public */
export type PlaneParseResult =
  | { readonly ok: true; readonly plane: Plane }
  | { readonly ok: false; readonly error: NotAPlane };
