import { ArgoController, PlantedWorkflow } from '../argo/cluster';
import { WorkflowTiming } from '../argo/engine';
import { Caller, ADMIN_RULES } from '../auth/AccessRules';
import { NamespaceLifecycle } from '../cluster/NamespaceLifecycle';
import { AgentAddress, poolKey } from '../controllers/gateway/addresses';
import { SimulatedGateway } from '../controllers/gateway/SimulatedGateway';
import { Timing } from '../controllers/timing';
import { ClusterContext } from '../http/RequestContext';
import { WatchHub } from '../watch/WatchHub';
import { agentName, agentNamespace } from './agentNames';
import { createPlaneCluster } from './createPlaneCluster';
import { ExternalSecretsVersion } from './operatorCrds';
import { PlaneBehaviour } from './PlaneBehaviour';
import { PlantedObject } from './PlantedObject';
import { SimulatedSecretStore } from './secretStores';

const BOOKMARK_INTERVAL_MS = 10_000;
const CLUSTER_AGE_MS = 200 * 24 * 60 * 60 * 1000;

/** The agents of a plane in a physical cluster. @public */
export interface SimulatedClusterPlane extends AgentAddress {
  /** `healthy` unless given. */
  readonly behaviour?: PlaneBehaviour;
}

/** A physical cluster that planes live in. @public */
export interface SimulatedCluster {
  /** Clusters of one name are one cluster. */
  readonly name: string;
  /** The planes in it, by the addresses of their agents. */
  readonly planes: readonly SimulatedClusterPlane[];
  /** The ClusterSecretStores; one with the name `default` unless given. */
  readonly secretStores?: readonly SimulatedSecretStore[];
  /** `v1` unless given. */
  readonly externalSecrets?: ExternalSecretsVersion;
  /** The Kubernetes release that it says it is; `v1.34.4` unless given. */
  readonly kubernetesVersion?: string;
  /** How long a request takes through the tunnel, in milliseconds; no longer than it must unless given. */
  readonly latencyMs?: number;
  /** Argo workflows that were created before anybody looks. */
  readonly workflows?: readonly PlantedWorkflow[];
  /** What else is in the cluster, such as ClusterWorkflowTemplates. */
  readonly objects?: readonly PlantedObject[];
}

/** How {@link PlaneClusters} begin. */
export interface PlaneClustersOptions {
  readonly gateway: SimulatedGateway;
  readonly timing: Timing;
  /** How fast Argo is in them; as it is in reality unless given. */
  readonly workflowTiming?: Partial<WorkflowTiming>;
}

const RUNS_WORKFLOWS: readonly string[] = ['workflowplane', 'buildplane'];
const KUBERNETES_VERSION = 'v1.34.4';
const DEFAULT_STORES: readonly SimulatedSecretStore[] = [{ name: 'default' }];

/** The clusters that agents run in, and how they misbehave. A cluster comes into being when it is first asked. */
export class PlaneClusters {
  readonly #gateway: SimulatedGateway;
  readonly #timing: Timing;
  readonly #workflowTiming?: Partial<WorkflowTiming>;
  readonly #watches = new WatchHub(BOOKMARK_INTERVAL_MS);
  readonly #clusters = new Map<string, SimulatedCluster>();
  readonly #behaviours = new Map<string, PlaneBehaviour>();
  readonly #running = new Map<SimulatedCluster, ClusterContext>();
  readonly #argo = new Map<SimulatedCluster, ArgoController>();
  /** The last resourceVersion of clusters that are to be made anew. */
  readonly #lastRevisions = new Map<SimulatedCluster, number>();

  constructor(options: PlaneClustersOptions) {
    this.#gateway = options.gateway;
    this.#timing = options.timing;
    this.#workflowTiming = options.workflowTiming;
  }

  /** Puts planes into a cluster. A plane that is in none has one to itself. */
  add(cluster: SimulatedCluster): void {
    for (const plane of cluster.planes) {
      this.#clusters.set(poolKey(plane), cluster);
      this.#behaviours.set(poolKey(plane), plane.behaviour ?? 'healthy');
    }
  }

  /** How a plane's cluster behaves. */
  behaviourOf(plane: AgentAddress): PlaneBehaviour {
    return this.#behaviours.get(poolKey(plane)) ?? 'healthy';
  }

  /** Changes how a plane's cluster behaves. What was written to the cluster is lost, but for Argo workflows. */
  setBehaviour(plane: AgentAddress, behaviour: PlaneBehaviour): void {
    this.#behaviours.set(poolKey(plane), behaviour);
    this.renew(plane);
  }

  /** Makes a plane's cluster anew when it is next asked, because what it is made from has changed. */
  renew(plane: AgentAddress): void {
    const cluster = this.#clusterOf(plane);
    const running = this.#running.get(cluster);
    if (running) {
      this.#lastRevisions.set(cluster, running.registry.revision);
      this.#running.delete(cluster);
    }
  }

  /** The cluster of a plane, as it is now. */
  get(plane: AgentAddress): ClusterContext {
    const cluster = this.#clusterOf(plane);
    const running = this.#running.get(cluster) ?? this.#create(cluster);
    this.#running.set(cluster, running);
    this.#argo.get(cluster)?.advance();
    return running;
  }

  /** How long a request to the cluster takes, in milliseconds. */
  latencyOf(plane: AgentAddress): number {
    return this.#clusterOf(plane).latencyMs ?? 0;
  }

  /** As whom the agents of a plane ask their cluster. */
  callerOf(plane: AgentAddress): Caller {
    const { planeType } = plane;
    return {
      name: `system:serviceaccount:${agentNamespace(planeType)}:${agentName(
        planeType,
      )}`,
      isAuthenticated: true,
      rules: this.behaviourOf(plane) === 'forbidden' ? [] : ADMIN_RULES,
    };
  }

  /** Ends every watch and timer. */
  close(): void {
    this.#watches.close();
  }

  #clusterOf(plane: AgentAddress): SimulatedCluster {
    const key = poolKey(plane);
    const cluster = this.#clusters.get(key) ?? { name: key, planes: [plane] };
    this.#clusters.set(key, cluster);
    return cluster;
  }

  #create(cluster: SimulatedCluster): ClusterContext {
    const {
      name,
      planes,
      externalSecrets = 'v1',
      kubernetesVersion = KUBERNETES_VERSION,
    } = cluster;
    const now = this.#timing.now();
    const behaves = (behaviour: PlaneBehaviour) =>
      planes.some(plane => this.behaviourOf(plane) === behaviour);
    const secretStores = (cluster.secretStores ?? DEFAULT_STORES).map(store =>
      behaves('secret-store-not-ready') ? { ...store, ready: false } : store,
    );
    const registry = createPlaneCluster({
      name,
      agents: planes.map(({ planeType, planeID }) => ({
        planeType,
        planeID,
        agents: this.#gateway.countAgents({ planeType, planeID }),
        startedAt: now - CLUSTER_AGE_MS,
      })),
      hasArgo:
        planes.some(({ planeType }) => RUNS_WORKFLOWS.includes(planeType)) &&
        !behaves('argo-missing'),
      externalSecrets,
      secretStores: behaves('secret-store-missing') ? [] : secretStores,
      objects: cluster.objects ?? [],
      createdAt: now - CLUSTER_AGE_MS,
      firstRevision: this.#lastRevisions.get(cluster),
    });
    const argo = this.#argoOf(cluster);
    if (registry.find('argoproj.io', 'workflows')) {
      argo.attach(registry);
    } else {
      argo.detach();
    }
    return {
      registry,
      namespaces: new NamespaceLifecycle(registry),
      watches: this.#watches,
      kubernetesVersion,
      address: () => '10.43.0.1:443',
      podLogs: {
        now: () => this.#timing.now(),
        read: (namespace, query) => argo.log(namespace, query),
      },
    };
  }

  #argoOf(cluster: SimulatedCluster): ArgoController {
    const existing = this.#argo.get(cluster);
    if (existing) {
      return existing;
    }
    const argo = new ArgoController({
      timing: this.#timing,
      workflowTiming: this.#workflowTiming,
    });
    for (const workflow of cluster.workflows ?? []) {
      argo.plant(workflow);
    }
    this.#argo.set(cluster, argo);
    return argo;
  }
}
