import { PlaneKind } from '../model/kinds';
import { SecretKeyRef } from '../model/plane';

/** A listener of an endpoint of a data plane's gateway. @public */
export interface RegistrationListener {
  /** From 1 to 65535. */
  readonly port: number;
  readonly host?: string;
  readonly listenerName?: string;
}

/** A Gateway resource in the data plane's cluster, and the listeners of it that OpenChoreo uses. @public */
export interface RegistrationEndpoint {
  readonly name: string;
  readonly namespace: string;
  readonly http?: RegistrationListener;
  readonly https?: RegistrationListener;
  readonly tls?: RegistrationListener;
}

/** The gateways of a data plane by direction and exposure, in the form of OpenChoreo since v0.17. @public */
export interface RegistrationGateway {
  readonly ingress?: {
    readonly external?: RegistrationEndpoint;
    readonly internal?: RegistrationEndpoint;
  };
  readonly egress?: {
    readonly external?: RegistrationEndpoint;
    readonly internal?: RegistrationEndpoint;
  };
}

/** Where the CA that signs the plane's agent certificates is to come from. @public */
export type RegistrationAgentCA =
  | {
      readonly source: 'inline';
      /** PEM text of one or several CA certificates. */
      readonly value: string;
      /** Put the PEM into a new Secret and refer to that, instead of writing it into the plane's resource. */
      readonly storeIn?: SecretKeyRef;
    }
  | { readonly source: 'secret'; readonly secretKeyRef: SecretKeyRef };

/**
 * What a person says of a plane that is to be registered.
 *
 * @remarks
 * The same for every OpenChoreo release; {@link buildPlaneManifest} writes it with the fields that a control plane serves.
 *
 * @public
 */
export interface PlaneRegistration {
  /** The control plane's name in `openchoreo.controlPlanes`. */
  readonly controlPlane: string;
  readonly kind: PlaneKind;
  /** The Kubernetes namespace; only of namespaced kinds. */
  readonly namespace?: string;
  readonly name: string;
  readonly displayName?: string;
  readonly description?: string;
  /** An entity reference, for the annotation `backstage.io/owner`. */
  readonly owner?: string;
  /** The name stands for it where it is absent and the kind allows that. */
  readonly planeID?: string;
  readonly agentCA: RegistrationAgentCA;
  /** A ClusterSecretStore of External Secrets in the plane's cluster. */
  readonly secretStore?: string;
  readonly observabilityPlaneRef?: {
    readonly kind: 'ObservabilityPlane' | 'ClusterObservabilityPlane';
    readonly name: string;
  };
  readonly observerURL?: string;
  readonly rcaAgentURL?: string;
  readonly finOpsAgentURL?: string;
  readonly gateway?: RegistrationGateway;
  /** Names of SecretReferences with which data planes before v1.0 pull images. */
  readonly imagePullSecretRefs?: readonly string[];
}
