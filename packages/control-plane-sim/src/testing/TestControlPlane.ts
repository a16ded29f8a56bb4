import type {
  SimulatedAgents,
  SimulatedGateway,
} from '../controllers/gateway/SimulatedGateway';
import type { Timing } from '../controllers/timing';
import type { WorkflowRunIntervals } from '../controllers/workflowRuns/WorkflowRunReconciler';
import type { WorkflowTiming } from '../argo/engine';
import type { GatewayServer } from '../gatewayServer/GatewayServer';
import type { SimulatedCluster } from '../planeClusters/PlaneClusters';

/** A Kubernetes object as JSON, as far as the test client needs to know it. @public */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    uid?: string;
    resourceVersion?: string;
    generation?: number;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    finalizers?: string[];
    [key: string]: unknown;
  };
  [key: string]: unknown;
}

/** Names one object by its plural. @public */
export interface ObjectKey {
  /** For example `dataplanes`. */
  plural: string;
  /** The API group; `openchoreo.dev` unless named. */
  group?: string;
  namespace?: string;
  name: string;
}

/** Writes to the API server itself, past every injected fault; the stand-in for a person with kubectl. @public */
export interface ControlPlaneClient {
  /** Creates the namespace unless it exists. */
  createNamespace(name: string): Promise<void>;
  create(object: KubernetesObject): Promise<KubernetesObject>;
  get(key: ObjectKey): Promise<KubernetesObject | undefined>;
  list(plural: string): Promise<KubernetesObject[]>;
  /** JSON merge patch. */
  patch(
    key: ObjectKey,
    patch: object,
    options?: { subresource?: 'status' },
  ): Promise<KubernetesObject>;
  delete(key: ObjectKey): Promise<void>;
}

/** Which requests a fault applies to; all of them where nothing is named. @public */
export interface FaultTarget {
  plural?: string;
  verb?: 'list' | 'watch' | 'other';
}

/**
 * Faults between a client and the API server. Each call adds a fault and returns what removes it again.
 * @public
 */
export interface FaultInjector {
  /** Answers with this status and a Kubernetes `Status` body. */
  fail(target: FaultTarget, status: number): () => void;
  /** Delays every answer, in milliseconds. */
  delay(target: FaultTarget, delayMs: number): () => void;
  /** Accepts the request and never answers; open watches of the target fall silent, without their connection closing. */
  hang(target: FaultTarget): () => void;
  /** Cuts answers off in the middle, or writes what is not JSON. */
  garble(target: FaultTarget, how: 'cut' | 'not-json'): () => void;
  /** Adds an object to list answers and watches as it is: for objects that no API server would admit. */
  inject(plural: string, object: unknown): () => void;
  /** Has answers come from a server whose clock is this far ahead of ours, in milliseconds; behind where negative. */
  skewClock(aheadMs: number): () => void;
  /** Closes every open watch at once. */
  dropWatches(target?: FaultTarget): void;
  clear(): void;
}

/** One request that reached the control plane. @public */
export interface RecordedRequest {
  method: string;
  /** Path and query. */
  path: string;
  verb: 'list' | 'watch' | 'other';
  plural?: string;
}

/**
 * A control plane for integration suites: the simulator, or a real kube-apiserver with etcd. The
 * suites that use it pass unchanged on both.
 *
 * @public
 */
export interface TestControlPlane {
  readonly implementation: 'simulator' | 'kube-apiserver';
  /** A kubeconfig (current context set, token) whose server is behind {@link TestControlPlane.faults}. */
  readonly kubeconfigFile: string;
  readonly client: ControlPlaneClient;
  readonly faults: FaultInjector;
  /** Every request since the start or the last {@link TestControlPlane.clearRequests}, oldest first. */
  requests(): RecordedRequest[];
  clearRequests(): void;
  /** Makes every resourceVersion so far too old for a watch (410 Expired). */
  compact(): Promise<void>;
  /** Stops the API server: connections are refused until {@link TestControlPlane.startServer}. State is kept. */
  stopServer(): Promise<void>;
  startServer(): Promise<void>;
  /** As {@link TestControlPlane.stopServer}, without letting the API server end in order. */
  killServer(): Promise<void>;
  /** Has the server show a certificate of a new CA, and breaks every connection; the kubeconfig trusts the CA before it. */
  replaceCertificate(): Promise<void>;
  /** Has the token in the kubeconfig refused from now on. {@link TestControlPlane.renewKubeconfig} must have issued it. */
  revokeToken(): Promise<void>;
  /** Writes the kubeconfig anew, with the CA of the certificate that is shown, and a token that was just issued. */
  renewKubeconfig(): Promise<void>;
  /** Installs the plane CRDs of a release, for example `v0.17.0`; resolves when they are served. */
  installCrds(release: string, plurals?: readonly string[]): Promise<void>;
  removeCrd(plural: string): Promise<void>;
  /**
   * Starts the simulated plane controllers, and a cluster gateway that lets agents in as the planes' resources say. Once only;
   * they stop with the control plane.
   */
  startControllers(options?: TestControllersOptions): Promise<TestControllers>;
  stop(): Promise<void>;
}

/** What the controllers of a test control plane begin with. @public */
export interface TestControllersOptions {
  readonly agents?: readonly SimulatedAgents[];
  readonly clusters?: readonly SimulatedCluster[];
  /** How often the controllers ask the gateway about each plane, in milliseconds; a minute unless given. */
  readonly pollIntervalMs?: number;
  /** How long the gateway waits for an agent, in milliseconds; 30 000 unless given. */
  readonly tunnelTimeoutMs?: number;
  /** Whether workflow runs are run as well; false unless given. With intervals of its own where tests cannot wait. */
  readonly workflowRuns?: boolean | Partial<WorkflowRunIntervals>;
  /** How fast Argo is in the planes' clusters; as it is in reality unless given. */
  readonly workflowTiming?: Partial<WorkflowTiming>;
  readonly timing?: Timing;
}

/** Running controllers, and the gateway that they ask. @public */
export interface TestControllers {
  readonly gateway: SimulatedGateway;
  /** The gateway's internal API. */
  readonly gatewayServer: GatewayServer;
  /** Resolves when every change of planes that the controllers know of is dealt with. */
  settled(): Promise<void>;
  /** Resolves when every workflow run was looked at, and every change of one is dealt with. */
  runsSettled(): Promise<void>;
}

/** How a test control plane begins. @public */
export interface TestControlPlaneOptions {
  /** The release whose CRDs are installed at the start; `v1.2.0` unless named. Several are merged, later ones win. */
  releases?: readonly string[];
}

/** The API server behind a test control plane. @public */
export interface BackingApiServer {
  readonly url: string;
  /** PEM of the CA that signed the server's certificate. */
  readonly caPem: string;
  /** A bearer token that may do everything. */
  readonly adminToken: string;
  compact(): Promise<void>;
  stopServer(): Promise<void>;
  startServer(): Promise<void>;
  killServer(): Promise<void>;
  /** A new bearer token that may do everything, and can be revoked. */
  issueToken(): Promise<string>;
  /** Resolves when the token is refused. */
  revokeToken(token: string): Promise<void>;
  /** Stops for good and removes what it wrote. */
  stop(): Promise<void>;
}
