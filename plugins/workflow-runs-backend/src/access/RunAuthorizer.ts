import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import type {
  Run,
  WORKFLOW_RUN_RESOURCE_TYPE,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { runPredicate } from './runPredicate';
import { runResourceRef } from './runResource';

/** A permission that concerns one run. */
export type RunPermission = ResourcePermission<
  typeof WORKFLOW_RUN_RESOURCE_TYPE
>;

/** What the authorizer needs. */
export interface RunAuthorizerOptions {
  readonly permissions: PermissionsService;
  readonly permissionsRegistry: PermissionsRegistryService;
}

/** Decides which runs a caller may do something with. */
export class RunAuthorizer {
  readonly #options: RunAuthorizerOptions;

  constructor(options: RunAuthorizerOptions) {
    this.#options = options;
  }

  /**
   * Asks for the caller's rights once.
   *
   * @returns whether the caller may act on a given run
   * @throws NotAllowedError when the caller may not act on any run
   */
  async authorize(
    permission: RunPermission,
    credentials: BackstageCredentials,
  ): Promise<(run: Run) => boolean> {
    const isPermitted = await this.decide(permission, credentials);
    if (!isPermitted) {
      throw notAllowed(permission);
    }
    return isPermitted;
  }

  /** Like {@link RunAuthorizer.authorize}; undefined when the caller may not act on any run. */
  async decide(
    permission: RunPermission,
    credentials: BackstageCredentials,
  ): Promise<((run: Run) => boolean) | undefined> {
    const { permissions, permissionsRegistry } = this.#options;
    const [decision] = await permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.DENY) {
      return undefined;
    }
    if (decision.result !== AuthorizeResult.CONDITIONAL) {
      return () => true;
    }
    // The conditions are checked and translated once; a request may ask about thousands of runs.
    const toCriteria = createConditionTransformer(
      permissionsRegistry.getPermissionRuleset(runResourceRef),
    );
    return runPredicate(toCriteria(decision.conditions));
  }
}

/** The refusal that names the permission, so that the caller knows what to ask for. */
export function notAllowed(permission: { name: string }): NotAllowedError {
  return new NotAllowedError(`You lack the permission '${permission.name}'`);
}
