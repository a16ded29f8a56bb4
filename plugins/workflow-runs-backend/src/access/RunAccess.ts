import type {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  type Run,
  workflowRunReadPermission,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { Request } from 'express';
import type { RunInventory } from '../inventory';
import {
  notAllowed,
  type RunAuthorizer,
  type RunPermission,
} from './RunAuthorizer';

/** Who sent a request, and which runs they may see. */
export interface RunCaller {
  readonly credentials: BackstageCredentials;
  readonly isVisible: (run: Run) => boolean;
}

/** Who sent a request about one run. */
export interface PermittedRun extends RunCaller {
  readonly run: Run;
  /** Whether the sender is also permitted something else with this very run. */
  readonly isPermitted: (permission: RunPermission) => Promise<boolean>;
}

/** What {@link RunAccess} needs. */
export interface RunAccessOptions {
  readonly httpAuth: HttpAuthService;
  readonly authorizer: RunAuthorizer;
  readonly inventory: Pick<RunInventory, 'getByUid'>;
}

/** The door of the HTTP API: nothing of a run is looked at, and nobody contacted, before it has let a request in. */
export class RunAccess {
  readonly #options: RunAccessOptions;

  constructor(options: RunAccessOptions) {
    this.#options = options;
  }

  /**
   * The sender of a request, who may see at least some runs.
   *
   * @throws AuthenticationError without a user or service, NotAllowedError without the permission
   */
  async caller<P>(req: Request<P>): Promise<RunCaller> {
    const { httpAuth, authorizer } = this.#options;
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const isVisible = await authorizer.authorize(
      workflowRunReadPermission,
      credentials,
    );
    return { credentials, isVisible };
  }

  /**
   * The run that a request names by its uid, which the sender may see.
   *
   * @param permission - what else the sender must be permitted with this very run
   * @throws NotFoundError where no control plane has the run; also what {@link RunAccess.caller} throws
   */
  async run<P extends { uid: string }>(
    req: Request<P>,
    permission?: RunPermission,
  ): Promise<PermittedRun> {
    const { authorizer, inventory } = this.#options;
    const caller = await this.caller(req);
    const { credentials, isVisible } = caller;
    const isAdmitted = permission
      ? await authorizer.authorize(permission, credentials)
      : () => true;
    const run = inventory.getByUid(req.params.uid);
    if (!run) {
      throw new NotFoundError(`No run found with uid '${req.params.uid}'`);
    }
    if (!isVisible(run)) {
      throw notAllowed(workflowRunReadPermission);
    }
    if (permission && !isAdmitted(run)) {
      throw notAllowed(permission);
    }
    const isPermitted = async (other: RunPermission) => {
      const decision = await authorizer.decide(other, credentials);
      return decision?.(run) ?? false;
    };
    return { ...caller, run, isPermitted };
  }
}
