import { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { HttpsListener, ServerIdentity } from '../http/HttpsListener';
import { FaultInjector, RecordedRequest } from '../testing/TestControlPlane';
import { writeKubeconfig } from '../tls/kubeconfig';
import { newServerIdentity, openServerDirectory } from '../tls/ServerDirectory';
import { classifyRequest } from './classifyRequest';
import { AdminEndpoint, answerAdmin, isForEndpoint } from './adminEndpoint';
import { faultEndpoint } from './faultEndpoint';
import { forwardRequest } from './forwardRequest';
import { ProxyFaultInjector } from './ProxyFaultInjector';
import { respondFailure } from './respondFailure';
import { Upstream } from './Upstream';

/** Older requests are forgotten. */
const RECORDED_LIMIT = 100_000;

/** A Kubernetes API server to put faults in front of. @public */
export interface FaultProxyTarget {
  readonly url: string;
  /** PEM of the CA that signed its certificate. */
  readonly caPem: string;
  /** The token in the proxy's kubeconfig, and the one that may use `/sim/faults`. */
  readonly adminToken: string;
  /** Forgets the history of the server; offered as a fault where it is given. */
  compact?(): Promise<void>;
}

/** How a proxy begins. @public */
export interface FaultProxyOptions {
  target: FaultProxyTarget;
  /**
   * Where its certificate and kubeconfig are kept; what is there already is used again. The directory of
   * an {@link ApiServer} will do: then its kubeconfig leads through the proxy.
   */
  directory: string;
  /** Default: one that is free. */
  port?: number;
  /** Name of the context in its kubeconfig. Default: `control-plane-sim`. */
  name?: string;
  /** Besides `/sim/faults`. */
  endpoints?: readonly AdminEndpoint[];
}

/**
 * A reverse proxy in front of a Kubernetes API server, over HTTPS on 127.0.0.1. It passes credentials on,
 * records requests, and brings faults into force. While the server behind does not answer, its own
 * connections break as well.
 *
 * @public
 */
export class FaultProxy {
  readonly #injector = new ProxyFaultInjector();
  readonly #target: FaultProxyTarget;
  readonly #upstream: Upstream;
  readonly #name: string;
  #identity: ServerIdentity;
  readonly #listener: HttpsListener;
  readonly #endpoints: readonly AdminEndpoint[];
  #requests: RecordedRequest[] = [];
  /** A kubeconfig whose server is the proxy, with the token of the target; readable by its owner only. */
  readonly kubeconfigFile: string;

  /**
   * Starts a proxy; resolves when it answers.
   *
   * @throws Error where the port is taken or the directory cannot be written
   */
  static async start(options: FaultProxyOptions): Promise<FaultProxy> {
    const secrets = await openServerDirectory(options.directory);
    const proxy = new FaultProxy(options, secrets);
    await proxy.#listener.start();
    await proxy.writeKubeconfig(options.target.adminToken);
    return proxy;
  }

  private constructor(options: FaultProxyOptions, secrets: ServerIdentity) {
    const { target } = options;
    this.#target = target;
    this.#endpoints = [
      faultEndpoint(this.#injector, target),
      ...(options.endpoints ?? []),
    ];
    this.#name = options.name ?? 'control-plane-sim';
    this.#identity = secrets;
    this.#upstream = new Upstream(target.url, target.caPem);
    this.kubeconfigFile = join(options.directory, 'kubeconfig');
    this.#listener = new HttpsListener(
      secrets,
      options.port ?? 0,
      (incoming, response) => this.#handle(incoming, response),
    );
  }

  /** For example `https://127.0.0.1:6444`. */
  get url(): string {
    return `https://127.0.0.1:${this.#listener.port}`;
  }

  /** PEM of the CA that signed the proxy's certificate. */
  get caPem(): string {
    return this.#identity.caPem;
  }

  /** Brings faults into force. */
  get faults(): FaultInjector {
    return this.#injector;
  }

  /** Every request since the start or the last {@link FaultProxy.clearRequests}, oldest first. */
  requests(): RecordedRequest[] {
    return [...this.#requests];
  }

  /** Forgets the requests so far. */
  clearRequests(): void {
    this.#requests = [];
  }

  /** Shows a certificate of a new CA from now on, and resets every connection. What is in the directory stays. */
  async replaceCertificate(): Promise<void> {
    this.#identity = await newServerIdentity();
    this.#listener.replaceIdentity(this.#identity);
  }

  /** Writes the kubeconfig with the CA of now and a token of the server behind. */
  writeKubeconfig(token: string): Promise<void> {
    const { url, caPem } = this;
    const options = { name: this.#name, url, caPem, token };
    return writeKubeconfig(this.kubeconfigFile, options);
  }

  /** Stops for good; every connection is reset. The directory stays. */
  async stop(): Promise<void> {
    await this.#listener.stop();
    this.#upstream.close();
  }

  #handle(incoming: IncomingMessage, response: ServerResponse): void {
    const path = incoming.url ?? '/';
    const endpoint = this.#endpoints.find(each => isForEndpoint(each, path));
    if (endpoint) {
      void answerAdmin(endpoint, this.#target.adminToken, incoming, response);
      return;
    }
    const request = classifyRequest(incoming.method ?? 'GET', path);
    this.#record(request);
    const plan = this.#injector.rules.plan(request);
    if (plan.hangs) {
      return;
    }
    const proceed = () => {
      if (plan.failWith !== undefined) {
        respondFailure(response, plan.failWith, plan);
        return;
      }
      forwardRequest({
        upstream: this.#upstream,
        incoming,
        response,
        request,
        plan,
        watches: this.#injector.watches,
      });
    };
    if (plan.delayMs > 0) {
      const timer = setTimeout(proceed, plan.delayMs);
      response.once('close', () => clearTimeout(timer));
    } else {
      proceed();
    }
  }

  #record(request: RecordedRequest): void {
    if (this.#requests.length >= 2 * RECORDED_LIMIT) {
      this.#requests = this.#requests.slice(-RECORDED_LIMIT);
    }
    this.#requests.push(request);
  }
}
