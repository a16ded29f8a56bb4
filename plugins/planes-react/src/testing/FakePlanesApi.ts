import { NotFoundError } from '@backstage/errors';
import {
  ConnectionTestEvent,
  ConnectionTestReport,
  ConnectionTestResponse,
  GatewayStatus,
  HistorySummary,
  HistoryWindow,
  KindsResponse,
  PlaneDependents,
  PlaneHistory,
  PlaneResponse,
  PlanesQuery,
  PlanesResponse,
  PlaneView,
  queryPlanes,
  ReconnectPreview,
  ReconnectResult,
  RegisteredPlane,
  RegistrationDryRun,
  RegistrationResult,
  RegistrationReview,
  SourceStatus,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type {
  PlanesApi,
  PlanesRequestOptions,
  PlaneUpdate,
  RegistrationInput,
  ReviewOptions,
  TestConnectionOptions,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { planeHistoryFixture } from './fixtures';
import { planeSummary } from './planeSummary';

/**
 * `PlanesApi` over planes that a test provides.
 *
 * @public
 */
export class FakePlanesApi implements PlanesApi {
  /** What the backend knows now; may be replaced. */
  planes: readonly PlaneView[];
  /** Default: those of the planes. */
  sources?: readonly SourceStatus[];
  /** Default: those of the planes. */
  gateways?: readonly GatewayStatus[];
  fleetUptime?: number;
  /** The last 24 hours of planes in lists, by uid. */
  readonly recent = new Map<string, HistorySummary>();
  /** By uid, for whichever window is asked. Default: always up. */
  readonly histories = new Map<string, Partial<PlaneHistory>>();
  /** By uid. Default: none. */
  readonly dependents = new Map<string, PlaneDependents>();
  /** The last connection tests, by uid. Default: none. */
  readonly connectionTests = new Map<string, ConnectionTestResponse>();
  /** What a connection test streams; an async iterable decides when. */
  connectionTestEvents:
    | Iterable<ConnectionTestEvent>
    | AsyncIterable<ConnectionTestEvent> = [];
  reconnectPreview: ReconnectPreview = {
    connectedAgents: 1,
    affected: [],
    hidden: 0,
    confirmation: 'confirmed',
  };
  kinds: KindsResponse = { controlPlanes: [], mayCreate: false };
  /** What every review says. Default: no problems, and accepted by the API server where that is asked. */
  review: Partial<RegistrationReview> = {};
  /** What a registration or change leads to; it fails while this is undefined. */
  registrationResult?: RegistrationResult;
  /** Planes as registrations, by uid. */
  readonly registrations = new Map<string, RegisteredPlane>();
  /** What registrations and changes were asked for, reviews among them. */
  readonly registered: {
    uid?: string;
    registration: RegistrationInput;
    resourceVersion?: string;
    dryRun?: RegistrationDryRun;
  }[] = [];
  /** While set, every request fails with it. */
  error?: Error;
  /** While set, requests of these methods fail. */
  errors: { [M in keyof PlanesApi]?: Error } = {};
  /** While true, requests are never answered. */
  hanging = false;
  /** How many requests came. */
  requests = 0;
  /** What lists of planes were asked for. */
  readonly queries: PlanesQuery[] = [];
  /** What connection tests were asked for. */
  readonly tests: { uid: string; fresh: boolean }[] = [];
  /** What reconnects were asked for. */
  readonly reconnects: { uid: string; confirmation: string }[] = [];

  constructor(...planes: PlaneView[]) {
    this.planes = planes;
  }

  async getPlanes(
    query: PlanesQuery = {},
    options?: PlanesRequestOptions,
  ): Promise<PlanesResponse> {
    this.queries.push(query);
    await this.#request('getPlanes', options);
    const { nextCursor, ...page } = queryPlanes(
      this.planes.map(view =>
        planeSummary(view, { recent: this.recent.get(view.plane.uid) }),
      ),
      query,
    );
    const sources = new Map(
      this.planes.map(({ source }) => [
        `${source.controlPlane}/${source.plural}`,
        source,
      ]),
    );
    const gateways = new Map(
      this.planes.map(({ gateway }) => [gateway.controlPlane, gateway]),
    );
    return {
      ...page,
      pageInfo: { nextCursor },
      fleetUptime: this.fleetUptime,
      asOf: new Date().toISOString(),
      sources: [...(this.sources ?? sources.values())],
      gateways: [...(this.gateways ?? gateways.values())],
    };
  }

  async getPlane(
    uid: string,
    options?: PlanesRequestOptions,
  ): Promise<PlaneResponse> {
    await this.#request('getPlane', options);
    return { item: this.#find(uid), asOf: new Date().toISOString() };
  }

  async getPlaneHistory(
    uid: string,
    window: HistoryWindow,
    options?: PlanesRequestOptions,
  ): Promise<PlaneHistory> {
    await this.#request('getPlaneHistory', options);
    this.#find(uid);
    return planeHistoryFixture({ ...this.histories.get(uid), window });
  }

  async getPlaneDependents(
    uid: string,
    options?: PlanesRequestOptions,
  ): Promise<PlaneDependents> {
    await this.#request('getPlaneDependents', options);
    this.#find(uid);
    return (
      this.dependents.get(uid) ?? {
        items: [],
        counts: { environments: 0, workflows: 0 },
        problems: [],
        asOf: new Date().toISOString(),
      }
    );
  }

  async getConnectionTest(
    uid: string,
    options?: PlanesRequestOptions,
  ): Promise<ConnectionTestResponse> {
    await this.#request('getConnectionTest', options);
    this.#find(uid);
    return this.connectionTests.get(uid) ?? { running: false };
  }

  async testConnection(
    uid: string,
    options: TestConnectionOptions = {},
  ): Promise<ConnectionTestReport> {
    const { onEvent, fresh = false, signal } = options;
    this.tests.push({ uid, fresh });
    await this.#request('testConnection', options);
    for await (const event of this.connectionTestEvents) {
      signal?.throwIfAborted();
      onEvent?.(event);
      if (event.type === 'report') {
        this.connectionTests.set(uid, { report: event.report, running: false });
        return event.report;
      }
      if (event.type === 'error') {
        throw new Error(event.message);
      }
    }
    throw new Error('The connection test ended without a report');
  }

  async previewReconnect(
    _uid: string,
    options?: PlanesRequestOptions,
  ): Promise<ReconnectPreview> {
    await this.#request('previewReconnect', options);
    return this.reconnectPreview;
  }

  async reconnect(
    uid: string,
    confirmation: string,
    options?: PlanesRequestOptions,
  ): Promise<ReconnectResult> {
    this.reconnects.push({ uid, confirmation });
    await this.#request('reconnect', options);
    return { disconnectedAgents: this.reconnectPreview.connectedAgents };
  }

  async getKinds(options?: PlanesRequestOptions): Promise<KindsResponse> {
    await this.#request('getKinds', options);
    return this.kinds;
  }

  async reviewRegistration(
    registration: RegistrationInput,
    options: ReviewOptions,
  ): Promise<RegistrationReview> {
    this.registered.push({ registration, dryRun: options.dryRun });
    await this.#request('reviewRegistration', options);
    return this.#review(options.dryRun);
  }

  async registerPlane(
    registration: RegistrationInput,
    options?: PlanesRequestOptions,
  ): Promise<RegistrationResult> {
    this.registered.push({ registration });
    await this.#request('registerPlane', options);
    return this.#result();
  }

  async getRegistration(
    uid: string,
    options?: PlanesRequestOptions,
  ): Promise<RegisteredPlane> {
    await this.#request('getRegistration', options);
    const found = this.registrations.get(uid);
    if (!found) {
      throw new NotFoundError(`No plane found with uid '${uid}'`);
    }
    return found;
  }

  async reviewUpdate(
    uid: string,
    update: PlaneUpdate,
    options: ReviewOptions,
  ): Promise<RegistrationReview> {
    this.registered.push({ uid, ...update, dryRun: options.dryRun });
    await this.#request('reviewUpdate', options);
    return this.#review(options.dryRun);
  }

  async updatePlane(
    uid: string,
    update: PlaneUpdate,
    options?: PlanesRequestOptions,
  ): Promise<RegistrationResult> {
    this.registered.push({ uid, ...update });
    await this.#request('updatePlane', options);
    return this.#result();
  }

  #review(dryRun: RegistrationDryRun): RegistrationReview {
    const accepted = dryRun === 'all' && !this.review.problems?.length;
    return {
      problems: [],
      commands: [],
      dryRun: { outcome: accepted ? 'accepted' : 'not-asked', warnings: [] },
      ...this.review,
    };
  }

  #result(): RegistrationResult {
    if (!this.registrationResult) {
      throw new Error('The test names no result of a registration');
    }
    return this.registrationResult;
  }

  #find(uid: string): PlaneView {
    const view = this.planes.find(({ plane }) => plane.uid === uid);
    if (!view) {
      throw new NotFoundError(`No plane found with uid '${uid}'`);
    }
    return view;
  }

  async #request(
    method: keyof PlanesApi,
    options: PlanesRequestOptions = {},
  ): Promise<void> {
    this.requests += 1;
    if (this.hanging) {
      await new Promise((_, reject) => {
        const { signal } = options;
        signal?.addEventListener('abort', () => reject(signal.reason));
      });
    }
    const error = this.error ?? this.errors[method];
    if (error) {
      throw error;
    }
  }
}
