import type {
  AgentAddress,
  ClusterGateway,
  GatewayFailure,
  GatewayOutcome,
  GatewayPlaneStatus,
  GatewayRequestOptions,
  GatewayTlsFacts,
  TunnelAddress,
  TunnelRequest,
} from '../gateway/types';

/** A request that a {@link TestClusterGateway} received. @public */
export type TestGatewayRequest =
  | { readonly type: 'list-planes' }
  | {
      readonly type: 'get-plane' | 'reconnect';
      readonly address: AgentAddress;
    }
  | { readonly type: 'get-resource'; readonly address: TunnelAddress }
  | {
      readonly type: 'get';
      readonly address: TunnelAddress;
      readonly request: TunnelRequest;
    };

/** What a {@link TestClusterGateway} answers to a GET through the tunnel. @public */
export type TestGatewayAnswer =
  | { readonly ok: true; readonly value: unknown; readonly durationMs?: number }
  | {
      readonly ok: false;
      readonly failure: GatewayFailure;
      readonly durationMs?: number;
    };

/**
 * A cluster gateway that a test programs. As it is, no agent is connected and every plane's API answers `{}`.
 *
 * @public
 */
export class TestClusterGateway implements ClusterGateway {
  /** What is connected; change it as the test goes on. */
  planes: GatewayPlaneStatus[] = [];
  /** While set, every request fails so. */
  failure: GatewayFailure | undefined;
  /** While set, every request waits for it, and fails when it is cancelled meanwhile. */
  delay: Promise<void> | undefined;
  /** What {@link TestClusterGateway.tlsFacts} tells. */
  tls: GatewayTlsFacts | undefined = { protocol: 'TLSv1.3' };
  /** Every request, in order; a test may empty it. */
  readonly requests: TestGatewayRequest[] = [];
  #get: (
    address: TunnelAddress,
    request: TunnelRequest,
  ) => TestGatewayAnswer | Promise<TestGatewayAnswer> = () => ({
    ok: true,
    value: {},
  });
  #isAuthorised: (address: TunnelAddress) => boolean = () => true;

  /** Sets what a GET through the tunnel answers. */
  onGet(
    answer: (
      address: TunnelAddress,
      request: TunnelRequest,
    ) => TestGatewayAnswer | Promise<TestGatewayAnswer>,
  ): void {
    this.#get = answer;
  }

  /** Sets for which resources a connected agent's certificate is accepted; for all unless set. */
  onAuthorise(isAuthorised: (address: TunnelAddress) => boolean): void {
    this.#isAuthorised = isAuthorised;
  }

  /** Connects agents of a plane type and planeID, or with a number of 0 disconnects them. */
  connect(address: AgentAddress, connectedAgents = 1, lastSeen?: string): void {
    this.planes = this.planes.filter(plane => !isOf(plane, address));
    if (connectedAgents > 0) {
      this.planes.push({
        planeType: address.planeType,
        planeID: address.planeID,
        connected: true,
        connectedAgents,
        ...(lastSeen !== undefined && { lastSeen }),
      });
    }
  }

  listPlanes(
    options: GatewayRequestOptions,
  ): Promise<GatewayOutcome<readonly GatewayPlaneStatus[]>> {
    return this.#answer({ type: 'list-planes' }, options, () => [
      ...this.planes,
    ]);
  }

  getPlane(
    address: AgentAddress,
    options: GatewayRequestOptions,
  ): Promise<GatewayOutcome<GatewayPlaneStatus>> {
    return this.#answer({ type: 'get-plane', address }, options, () =>
      this.#status(address),
    );
  }

  getResource(
    address: TunnelAddress,
    options: GatewayRequestOptions,
  ): Promise<GatewayOutcome<GatewayPlaneStatus>> {
    return this.#answer({ type: 'get-resource', address }, options, () =>
      this.#isAuthorised(address) ? this.#status(address) : absent(address),
    );
  }

  reconnect(
    address: AgentAddress,
    options: GatewayRequestOptions,
  ): Promise<GatewayOutcome<{ readonly disconnectedAgents: number }>> {
    return this.#answer({ type: 'reconnect', address }, options, () => ({
      disconnectedAgents: this.#status(address).connectedAgents,
    }));
  }

  async get(
    address: TunnelAddress,
    request: TunnelRequest,
    options: GatewayRequestOptions,
  ): Promise<GatewayOutcome<unknown>> {
    const outcome = await this.#answer(
      { type: 'get', address, request },
      options,
      () => undefined,
    );
    return outcome.ok
      ? { durationMs: 1, ...(await this.#get(address, request)) }
      : outcome;
  }

  tlsFacts(): GatewayTlsFacts | undefined {
    return this.tls;
  }

  async #answer<T>(
    request: TestGatewayRequest,
    { signal }: GatewayRequestOptions,
    value: () => T,
  ): Promise<GatewayOutcome<T>> {
    this.requests.push(request);
    signal.throwIfAborted();
    await untilDone(this.delay, signal);
    return this.failure
      ? { ok: false, failure: this.failure, durationMs: 1 }
      : { ok: true, value: value(), durationMs: 1 };
  }

  #status(address: AgentAddress): GatewayPlaneStatus {
    return this.planes.find(plane => isOf(plane, address)) ?? absent(address);
  }
}

function isOf(plane: GatewayPlaneStatus, address: AgentAddress): boolean {
  return (
    plane.planeType === address.planeType && plane.planeID === address.planeID
  );
}

function absent({ planeType, planeID }: AgentAddress): GatewayPlaneStatus {
  return { planeType, planeID, connected: false, connectedAgents: 0 };
}

async function untilDone(
  delay: Promise<void> | undefined,
  signal: AbortSignal,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const cancel = () => reject(signal.reason);
    signal.addEventListener('abort', cancel, { once: true });
    Promise.resolve(delay)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', cancel));
  });
}
