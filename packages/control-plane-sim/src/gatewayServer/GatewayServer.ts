import { readFile } from 'node:fs/promises';
import { WorkflowTiming } from '../argo/engine';
import { AgentAddress } from '../controllers/gateway/addresses';
import {
  SimulatedAgents,
  SimulatedGateway,
} from '../controllers/gateway/SimulatedGateway';
import { GatewayConnection } from '../controllers/kubernetes/HttpsConnection';
import { systemTiming, Timing } from '../controllers/timing';
import { HttpsListener } from '../http/HttpsListener';
import { PlaneBehaviour } from '../planeClusters/PlaneBehaviour';
import { PlaneClusters } from '../planeClusters/PlaneClusters';
import { AgentCa } from '../world/certificates';
import { ClientCertificateCheck } from '../tls/ClientCertificateCheck';
import {
  GatewayClientFiles,
  gatewayClientFiles,
  GatewayIdentity,
  openGatewayDirectory,
} from './gatewayFiles';
import { handleGatewayRequest } from './handleGatewayRequest';

const TUNNEL_TIMEOUT_MS = 30_000;
/** Older requests are forgotten. */
const RECORDED_LIMIT = 10_000;

/** One request that reached the gateway. @public */
export interface GatewayServerRequest {
  readonly method: string;
  /** Path and query as they came. */
  readonly path: string;
}

/** A plane as the gateway server simulates it. @public */
export interface GatewayServerPlane extends AgentAddress {
  /** How many agents there are, connected or not. */
  readonly agents: number;
  readonly connectedAgents: number;
  readonly behaviour: PlaneBehaviour;
}

/** How a gateway server begins. @public */
export interface GatewayServerOptions {
  readonly gateway: SimulatedGateway;
  /** Where certificates and keys are kept; what is there already is used again. */
  readonly directory: string;
  /** Default: one that is free. */
  readonly port?: number;
  /** How long an agent may take to answer, in milliseconds; 30 000 unless given. */
  readonly tunnelTimeoutMs?: number;
  /** How fast Argo is in the planes' clusters; as it is in reality unless given. */
  readonly workflowTiming?: Partial<WorkflowTiming>;
  readonly timing?: Timing;
}

/**
 * The internal API of a cluster gateway, over HTTPS with client certificates on 127.0.0.1: what OpenChoreo
 * 1.2 serves on port 8444. Behind it are the agents of a {@link SimulatedGateway} and small simulated clusters.
 *
 * @public
 */
export class GatewayServer {
  readonly #gateway: SimulatedGateway;
  readonly #check: ClientCertificateCheck;
  readonly #listener: HttpsListener;
  #requests: GatewayServerRequest[] = [];
  /** Where the planes live. */
  readonly clusters: PlaneClusters;
  /** What a client needs. */
  readonly files: GatewayClientFiles;

  /**
   * Starts a server; resolves when it answers.
   *
   * @throws Error where the port is taken or the directory cannot be written
   */
  static async start(options: GatewayServerOptions): Promise<GatewayServer> {
    const identity = await openGatewayDirectory(options.directory);
    const server = new GatewayServer(options, identity);
    await server.#listener.start();
    return server;
  }

  private constructor(
    options: GatewayServerOptions,
    identity: GatewayIdentity,
  ) {
    const {
      gateway,
      directory,
      port = 0,
      tunnelTimeoutMs = TUNNEL_TIMEOUT_MS,
      workflowTiming,
      timing = systemTiming,
    } = options;
    this.#gateway = gateway;
    this.files = gatewayClientFiles(directory);
    this.clusters = new PlaneClusters({ gateway, timing, workflowTiming });
    this.#check = new ClientCertificateCheck(identity.clientCaPem);
    const backend = {
      gateway,
      clusters: this.clusters,
      timing,
      tunnelTimeoutMs,
    };
    this.#listener = new HttpsListener(
      identity,
      port,
      (request, response) => {
        if (this.#check.isRefused(request.socket)) {
          return;
        }
        this.#record({
          method: request.method ?? 'GET',
          path: request.url ?? '/',
        });
        void handleGatewayRequest(backend, request, response);
      },
      {
        tls: this.#check.tlsOptions,
        prepare: server => this.#check.attachTo(server),
      },
    );
  }

  /** What a client within this process needs. */
  async connection(): Promise<GatewayConnection> {
    const { caFile, certFile, keyFile } = this.files;
    const [caPem, certPem, keyPem] = await Promise.all(
      [caFile, certFile, keyFile].map(file => readFile(file, 'utf8')),
    );
    return { url: this.url, caPem, certPem, keyPem };
  }

  /** For example `https://127.0.0.1:8444`. */
  get url(): string {
    return `https://127.0.0.1:${this.#listener.port}`;
  }

  /** Whether clients are refused whatever their certificate. */
  get refusesCertificates(): boolean {
    return this.#check.refusesAll;
  }

  /** Refuses every client certificate, or again only those of other CAs. Open connections are reset. */
  refuseCertificates(refused: boolean): void {
    this.#check.refusesAll = refused;
    this.#listener.resetConnections();
  }

  /**
   * Starts or stops a plane's agents until there are so many. Those that start are connected at once, if a resource names the
   * CA that signed them.
   *
   * @throws Error where nothing tells which CA that is
   */
  setAgents(plane: AgentAddress, count: number): void {
    this.#gateway.setAgents(plane, count);
    this.clusters.renew(plane);
  }

  /**
   * Installs an agent in a plane's cluster, in place of those that were there, with a certificate of a new CA. It dials until
   * a resource names that CA.
   */
  installAgent(
    plane: Pick<SimulatedAgents, 'planeType' | 'planeID'>,
    ca: Pick<AgentCa, 'fingerprint'>,
  ): void {
    this.#gateway.removeAgents(plane);
    this.#gateway.addAgents({ ...plane, signedBy: ca.fingerprint });
    this.clusters.renew(plane);
  }

  /** How many agents a plane has, connected or not. */
  countAgents(plane: AgentAddress): number {
    return this.#gateway.countAgents(plane);
  }

  /** Closes the connections of a plane's agents; they are back after their reconnect delay. */
  dropAgents(plane: AgentAddress): void {
    this.#gateway.dropAgents(plane);
  }

  /** Makes a plane's agents stand still: the tunnel times out, and after 90 seconds the gateway gives them up. */
  hangAgents(plane: AgentAddress): void {
    this.#gateway.hangAgents(plane);
  }

  /** Changes how a plane's cluster and the way to it behave. */
  setBehaviour(plane: AgentAddress, behaviour: PlaneBehaviour): void {
    this.clusters.setBehaviour(plane, behaviour);
  }

  /** Every plane that has agents, had some, or has a resource that names a CA. */
  planes(): GatewayServerPlane[] {
    return this.#gateway.pools().map(plane => ({
      ...plane,
      agents: this.#gateway.countAgents(plane),
      connectedAgents: this.#gateway.status(plane).connectedAgents,
      behaviour: this.clusters.behaviourOf(plane),
    }));
  }

  /** Every request since the start or the last {@link GatewayServer.clearRequests}, oldest first. */
  requests(): GatewayServerRequest[] {
    return [...this.#requests];
  }

  /** Forgets the requests so far. */
  clearRequests(): void {
    this.#requests = [];
  }

  /** Whether the gateway can be reached. */
  get isRunning(): boolean {
    return this.#listener.isListening;
  }

  /** Takes the gateway down: connections are refused, to the portal as to controllers and agents. */
  async stopServer(): Promise<void> {
    this.#gateway.stop();
    await this.#listener.stop();
  }

  /** Listens again, on the same port; agents dial again. */
  async startServer(): Promise<void> {
    if (!this.isRunning) {
      await this.#listener.start();
      this.#gateway.start();
    }
  }

  /** Stops for good. The directory stays. */
  async stop(): Promise<void> {
    this.clusters.close();
    await this.#listener.stop();
  }

  #record(request: GatewayServerRequest): void {
    if (this.#requests.length >= 2 * RECORDED_LIMIT) {
      this.#requests = this.#requests.slice(-RECORDED_LIMIT);
    }
    this.#requests.push(request);
  }
}
