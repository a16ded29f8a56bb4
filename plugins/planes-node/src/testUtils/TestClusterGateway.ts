import type {
  AgentAddress,
  ClusterGateway,
  GatewayFailure,
  GatewayOutcome,
  GatewayPlaneStatus,
  GatewayRequestOptions,
  GatewayText,
  GatewayTlsFacts,
  TunnelAddress,
  TunnelPatch,
  TunnelRequest,
  TunnelTextRequest,
} from '@openchoreo-planes/backstage-plugin-planes-node';

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
    }
  | {
      readonly type: 'get-text';
      readonly address: TunnelAddress;
      readonly request: TunnelTextRequest;
    }
  | {
      readonly type: 'patch';
      readonly address: TunnelAddress;
      readonly request: TunnelPatch;
    };

/** What a {@link TestClusterGateway} answers to a request through the tunnel. @public */
export type TestGatewayAnswer<T = unknown> =
  | { readonly ok: true; readonly value: T; readonly durationMs?: number }
  | {
      readonly ok: false;
      readonly failure: GatewayFailure;
      readonly durationMs?: number;
    };

/** How a {@link TestClusterGateway} answers a request. @public */
export type TestGatewayAnswering<Request, T = unknown> = (
  address: TunnelAddress,
  request: Request,
) => TestGatewayAnswer<T> | Promise<TestGatewayAnswer<T>>;

/**
 * A cluster gateway that a test programs. As it is, no agent is connected and every plane's API answers `{}`, or no text.
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
  #get: TestGatewayAnswering<TunnelRequest> = () => ({ ok: true, value: {} });
  #getText: TestGatewayAnswering<TunnelTextRequest, string> = () => ({
    ok: true,
    value: '',
  });
  #patch: TestGatewayAnswering<TunnelPatch> = () => ({ ok: true, value: {} });
  #isAuthorised: (address: TunnelAddress) => boolean = () => true;

  /** Sets what a GET through the tunnel answers. */
  onGet(answer: TestGatewayAnswering<TunnelRequest>): void {
    this.#get = answer;
  }

  /** Sets the text that is there; it is cut as the request says. */
  onGetText(answer: TestGatewayAnswering<TunnelTextRequest, string>): void {
    this.#getText = answer;
  }

  /** Sets what a change through the tunnel answers. */
  onPatch(answer: TestGatewayAnswering<TunnelPatch>): void {
    this.#patch = answer;
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

  async getText(
    address: TunnelAddress,
    request: TunnelTextRequest,
    options: GatewayRequestOptions,
  ): Promise<GatewayOutcome<GatewayText>> {
    const outcome = await this.#answer(
      { type: 'get-text', address, request },
      options,
      () => undefined,
    );
    if (!outcome.ok) {
      return outcome;
    }
    const answer = await this.#getText(address, request);
    if (!answer.ok) {
      return { durationMs: 1, ...answer };
    }
    const bytes = Buffer.from(answer.value);
    return {
      ok: true,
      durationMs: 1,
      value: {
        text: bytes.subarray(0, request.maxBytes).toString('utf8'),
        truncated: bytes.length > request.maxBytes,
      },
    };
  }

  async patch(
    address: TunnelAddress,
    request: TunnelPatch,
    options: GatewayRequestOptions,
  ): Promise<GatewayOutcome<unknown>> {
    const outcome = await this.#answer(
      { type: 'patch', address, request },
      options,
      () => undefined,
    );
    return outcome.ok
      ? { durationMs: 1, ...(await this.#patch(address, request)) }
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
