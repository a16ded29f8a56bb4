import { FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  ConnectionTestReport,
  ConnectionTestResponse,
  connectionTestResponseSchema,
  HistoryWindow,
  KindsResponse,
  kindsResponseSchema,
  PlaneDependents,
  planeDependentsSchema,
  PlaneHistory,
  planeHistorySchema,
  PlaneResponse,
  planeResponseSchema,
  PlanesQuery,
  planesQueryToParams,
  PlanesResponse,
  planesResponseSchema,
  ReconnectPreview,
  reconnectPreviewSchema,
  ReconnectResult,
  reconnectResultSchema,
  RegisteredPlane,
  registeredPlaneSchema,
  RegistrationResult,
  registrationResultSchema,
  RegistrationReview,
  registrationReviewSchema,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { ConditionalReader } from './ConditionalReader';
import { AnswerSchema, parseAnswer } from './parseAnswer';
import {
  PlanesApi,
  PlanesRequestOptions,
  PlaneUpdate,
  RegistrationInput,
  ReviewOptions,
  TestConnectionOptions,
} from './PlanesApi';
import { readConnectionTest } from './readConnectionTest';
import { withTimeout } from './withTimeout';

const PLANES_URL = 'plugin://planes/planes';
const KINDS_URL = 'plugin://planes/kinds';
const REGISTRATIONS_URL = 'plugin://planes/registrations';
/** Longer than the backend lets a connection test take. */
const CONNECTION_TEST_TIMEOUT_MS = 5 * 60_000;
/** The gateway is asked meanwhile, which may take its time. */
const RECONNECT_TIMEOUT_MS = 60_000;
/** A control plane is asked several times meanwhile. */
const REGISTRATION_TIMEOUT_MS = 120_000;

/**
 * {@link PlanesApi} over HTTP. An answer that does not have the shape of the API is an error, too.
 *
 * @public
 */
export class PlanesClient implements PlanesApi {
  readonly #fetchApi: FetchApi;
  readonly #planes: ConditionalReader<PlanesResponse>;
  readonly #plane: ConditionalReader<PlaneResponse>;
  readonly #history: ConditionalReader<PlaneHistory>;
  readonly #dependents: ConditionalReader<PlaneDependents>;
  readonly #connectionTest: ConditionalReader<ConnectionTestResponse>;
  readonly #reconnect: ConditionalReader<ReconnectPreview>;
  readonly #kinds: ConditionalReader<KindsResponse>;
  readonly #registration: ConditionalReader<RegisteredPlane>;

  constructor(options: { fetchApi: FetchApi }) {
    const { fetchApi } = options;
    this.#fetchApi = fetchApi;
    const reader = <T>(schema: AnswerSchema<T>) =>
      new ConditionalReader({ fetchApi, schema });
    this.#planes = reader(planesResponseSchema);
    this.#plane = reader(planeResponseSchema);
    this.#history = reader(planeHistorySchema);
    this.#dependents = reader(planeDependentsSchema);
    this.#connectionTest = reader(connectionTestResponseSchema);
    this.#reconnect = reader(reconnectPreviewSchema);
    this.#kinds = reader(kindsResponseSchema);
    this.#registration = reader(registeredPlaneSchema);
  }

  async getPlanes(
    query: PlanesQuery = {},
    options?: PlanesRequestOptions,
  ): Promise<PlanesResponse> {
    const params = planesQueryToParams(query).toString();
    const url = params ? `${PLANES_URL}?${params}` : PLANES_URL;
    return this.#planes.read(url, options?.signal);
  }

  async getPlane(
    uid: string,
    options?: PlanesRequestOptions,
  ): Promise<PlaneResponse> {
    return this.#plane.read(planeUrl(uid), options?.signal);
  }

  async getPlaneHistory(
    uid: string,
    window: HistoryWindow,
    options?: PlanesRequestOptions,
  ): Promise<PlaneHistory> {
    const url = `${planeUrl(uid)}/history?window=${window}`;
    return this.#history.read(url, options?.signal);
  }

  async getPlaneDependents(
    uid: string,
    options?: PlanesRequestOptions,
  ): Promise<PlaneDependents> {
    return this.#dependents.read(
      `${planeUrl(uid)}/dependents`,
      options?.signal,
    );
  }

  async getConnectionTest(
    uid: string,
    options?: PlanesRequestOptions,
  ): Promise<ConnectionTestResponse> {
    return this.#connectionTest.read(connectionTestUrl(uid), options?.signal);
  }

  async testConnection(
    uid: string,
    options: TestConnectionOptions = {},
  ): Promise<ConnectionTestReport> {
    const { signal, onEvent, fresh = false } = options;
    const response = await this.#send(connectionTestUrl(uid), {
      method: 'POST',
      accept: 'text/event-stream',
      body: { fresh },
      signal: withTimeout(CONNECTION_TEST_TIMEOUT_MS, signal),
    });
    return readConnectionTest(response, onEvent);
  }

  async previewReconnect(
    uid: string,
    options?: PlanesRequestOptions,
  ): Promise<ReconnectPreview> {
    return this.#reconnect.read(reconnectUrl(uid), options?.signal);
  }

  async reconnect(
    uid: string,
    confirmation: string,
    options?: PlanesRequestOptions,
  ): Promise<ReconnectResult> {
    const response = await this.#send(reconnectUrl(uid), {
      method: 'POST',
      accept: 'application/json',
      body: { confirmation },
      signal: withTimeout(RECONNECT_TIMEOUT_MS, options?.signal),
    });
    return parseAnswer(reconnectResultSchema, await response.json());
  }

  async getKinds(options?: PlanesRequestOptions): Promise<KindsResponse> {
    return this.#kinds.read(KINDS_URL, options?.signal);
  }

  async reviewRegistration(
    registration: RegistrationInput,
    options: ReviewOptions,
  ): Promise<RegistrationReview> {
    const url = `${REGISTRATIONS_URL}?dryRun=${options.dryRun}`;
    const answer = await this.#register(url, { registration }, options);
    return parseAnswer(registrationReviewSchema, answer);
  }

  async registerPlane(
    registration: RegistrationInput,
    options?: PlanesRequestOptions,
  ): Promise<RegistrationResult> {
    const body = { registration };
    const answer = await this.#register(REGISTRATIONS_URL, body, options);
    return parseAnswer(registrationResultSchema, answer);
  }

  async getRegistration(
    uid: string,
    options?: PlanesRequestOptions,
  ): Promise<RegisteredPlane> {
    return this.#registration.read(
      `${planeUrl(uid)}/registration`,
      options?.signal,
    );
  }

  async reviewUpdate(
    uid: string,
    update: PlaneUpdate,
    options: ReviewOptions,
  ): Promise<RegistrationReview> {
    const url = `${planeUrl(uid)}?dryRun=${options.dryRun}`;
    const answer = await this.#register(url, update, options, 'PUT');
    return parseAnswer(registrationReviewSchema, answer);
  }

  async updatePlane(
    uid: string,
    update: PlaneUpdate,
    options?: PlanesRequestOptions,
  ): Promise<RegistrationResult> {
    const answer = await this.#register(planeUrl(uid), update, options, 'PUT');
    return parseAnswer(registrationResultSchema, answer);
  }

  async #register(
    url: string,
    body: object,
    options: PlanesRequestOptions = {},
    method: 'POST' | 'PUT' = 'POST',
  ): Promise<unknown> {
    const response = await this.#send(url, {
      method,
      accept: 'application/json',
      body,
      signal: withTimeout(REGISTRATION_TIMEOUT_MS, options.signal),
    });
    return response.json();
  }

  async #send(
    url: string,
    request: {
      method: 'POST' | 'PUT';
      accept: string;
      body: object;
      signal: AbortSignal;
    },
  ): Promise<Response> {
    const { method, accept, body, signal } = request;
    const response = await this.#fetchApi.fetch(url, {
      method,
      headers: { Accept: accept, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function planeUrl(uid: string): string {
  return `${PLANES_URL}/${encodeURIComponent(uid)}`;
}

function connectionTestUrl(uid: string): string {
  return `${planeUrl(uid)}/connection-test`;
}

function reconnectUrl(uid: string): string {
  return `${planeUrl(uid)}/reconnect`;
}
