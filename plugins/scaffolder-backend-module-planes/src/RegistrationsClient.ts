import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  type RegistrationProblem,
  type RegistrationResult,
  registrationRefusalSchema,
  registrationResultSchema,
  type RegistrationReview,
  registrationReviewSchema,
  withTimeout,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { z } from 'zod';
import { RegistrationRefusedError } from './RegistrationRefusedError';

/** A control plane is asked several times meanwhile. */
const TIMEOUT_MS = 120_000;

const refusalBody = z.object({ error: registrationRefusalSchema });

/** A registration, and for whom it is made. */
export interface RegistrationRequest {
  readonly registration: object;
  /** The user's, whose permissions count. */
  readonly credentials: BackstageCredentials;
  readonly signal?: AbortSignal;
}

/** The registrations of the planes plugin over HTTP, in the name of the user. */
export class RegistrationsClient {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  /** What would come of a registration, by the portal's rules and those of the API server. */
  async review(request: RegistrationRequest): Promise<RegistrationReview> {
    const answer = await this.#post('?dryRun=all', request);
    return registrationReviewSchema.parse(answer);
  }

  /**
   * Registers the plane.
   *
   * @throws RegistrationRefusedError where something is wrong with the registration, else what the planes plugin says
   */
  async register(request: RegistrationRequest): Promise<RegistrationResult> {
    const answer = await this.#post('', request);
    return registrationResultSchema.parse(answer);
  }

  async #post(query: string, request: RegistrationRequest): Promise<unknown> {
    const { registration, credentials, signal } = request;
    const baseUrl = await this.#discovery.getBaseUrl('planes');
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'planes',
    });
    const response = await fetch(`${baseUrl}/registrations${query}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ registration }),
      signal: withTimeout(TIMEOUT_MS, signal),
    });
    if (!response.ok) {
      throw await refusal(response);
    }
    return response.json();
  }
}

async function refusal(response: Response): Promise<Error> {
  const error = await ResponseError.fromResponse(response);
  const problems: readonly RegistrationProblem[] =
    refusalBody.safeParse(error.body).data?.error.problems ?? [];
  // The cause says in words what the status only counts.
  return problems.length > 0
    ? new RegistrationRefusedError(problems)
    : error.cause;
}
