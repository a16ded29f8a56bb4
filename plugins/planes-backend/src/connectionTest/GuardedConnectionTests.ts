import type {
  AuditorService,
  AuditorServiceEvent,
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotFoundError, toError } from '@backstage/errors';
import {
  type ConnectionTestEvent,
  formatPlaneRef,
  type Plane,
  planeConnectionTestPermission,
  planeReadPermission,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { RequestLimits } from '@openchoreo-planes/backstage-plugin-planes-node';
import type { Request } from 'express';
import { notAllowed, type PlaneAuthorizer } from '../permissions';
import type { ConnectionTests } from './ConnectionTests';

/** What {@link GuardedConnectionTests} needs. */
export interface GuardedConnectionTestsOptions {
  readonly auth: AuthService;
  readonly auditor: AuditorService;
  readonly authorizer: PlaneAuthorizer;
  readonly limits: RequestLimits;
  readonly tests: ConnectionTests;
}

/** Someone's wish to test a plane. */
export interface GuardedRequest {
  readonly credentials: BackstageCredentials;
  /** How the caller named the plane, for the audit log and for the refusal. */
  readonly asked: string;
  /** Finds the plane; undefined where no control plane has it. Called for callers only who may test some plane. */
  readonly find: () => Plane | undefined;
  /** The HTTP request, where there is one. */
  readonly request?: Request;
  /** Aborts when the caller does not wait any more. */
  readonly signal: AbortSignal;
  readonly fresh?: boolean;
}

/** The only way to connection tests: nobody is contacted for callers without the permission, and every try is audited. */
export class GuardedConnectionTests {
  readonly #options: GuardedConnectionTestsOptions;

  constructor(options: GuardedConnectionTestsOptions) {
    this.#options = options;
  }

  /**
   * Tests a plane for a caller.
   *
   * @returns the events of the test; the last one is `report` or `error`
   * @throws NotAllowedError without the permissions to see and to test the plane, NotFoundError where there is none,
   *   ServiceUnavailableError while too many tests are running, TooManyRequestsError for who asks too often
   */
  async run(wish: GuardedRequest): Promise<AsyncIterable<ConnectionTestEvent>> {
    const { asked, request } = wish;
    const audit = await this.#options.auditor.createEvent({
      eventId: 'connection-test',
      severityLevel: 'medium',
      ...(request && { request }),
      meta: { asked },
    });
    try {
      const plane = await this.#permittedPlane(wish);
      await this.#options.limits.take(wish.credentials, 'actions');
      const events = await this.#test(plane, wish);
      return audited(events, audit, auditMeta(plane));
    } catch (error) {
      await audit.fail({ error: toError(error) });
      throw error;
    }
  }

  async #permittedPlane(wish: GuardedRequest): Promise<Plane> {
    const { credentials, find, asked } = wish;
    const { authorizer } = this.#options;
    const permissions = [planeReadPermission, planeConnectionTestPermission];
    const checks = await Promise.all(
      permissions.map(permission =>
        authorizer.authorize(permission, credentials),
      ),
    );
    const plane = find();
    if (!plane) {
      throw new NotFoundError(`No plane found with ${asked}`);
    }
    for (const [index, isAllowed] of checks.entries()) {
      if (!isAllowed(plane)) {
        throw notAllowed(permissions[index]);
      }
    }
    return plane;
  }

  async #test(
    plane: Plane,
    { credentials, signal, fresh }: GuardedRequest,
  ): Promise<AsyncIterable<ConnectionTestEvent>> {
    const { auth, tests } = this.#options;
    return tests.run(plane, {
      signal,
      fresh,
      requestedBy: auth.isPrincipal(credentials, 'user')
        ? credentials.principal.userEntityRef
        : undefined,
    });
  }
}

function auditMeta({ ref, uid }: Plane) {
  return { plane: formatPlaneRef(ref), controlPlane: ref.controlPlane, uid };
}

/** Passes events on and closes the audit event when they end. */
async function* audited(
  events: AsyncIterable<ConnectionTestEvent>,
  audit: AuditorServiceEvent,
  plane: ReturnType<typeof auditMeta>,
): AsyncGenerator<ConnectionTestEvent> {
  let last: ConnectionTestEvent | undefined;
  try {
    for await (const event of events) {
      last = event;
      yield event;
    }
  } finally {
    if (last?.type === 'error') {
      await audit.fail({ error: new Error(last.message), meta: plane });
    } else {
      const outcome =
        last?.type === 'report'
          ? { outcome: last.report.outcome, cached: last.cached }
          : { outcome: 'cancelled' };
      await audit.success({ meta: { ...plane, ...outcome } });
    }
  }
}
