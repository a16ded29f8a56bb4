import type {
  BackstageCredentials,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { planeReadPermission } from '@openchoreo-planes/backstage-plugin-planes-common';

/** What {@link PlaneVisibility} needs. */
export interface PlaneVisibilityOptions {
  readonly logger: LoggerService;
  readonly permissions: Pick<PermissionsService, 'authorize'>;
}

/** Tells which planes a caller may see. */
export class PlaneVisibility {
  readonly #options: PlaneVisibilityOptions;

  constructor(options: PlaneVisibilityOptions) {
    this.#options = options;
  }

  /** Asks about planes by their uids, all at once; where nobody answers, the caller sees none. */
  async of(
    uids: Iterable<string>,
    credentials: BackstageCredentials,
  ): Promise<(uid: string) => boolean> {
    const asked = Array.from(new Set(uids));
    if (asked.length === 0) {
      return () => false;
    }
    const { logger, permissions } = this.#options;
    try {
      const decisions = await permissions.authorize(
        asked.map(uid => ({
          permission: planeReadPermission,
          resourceRef: uid,
        })),
        { credentials },
      );
      const visible = new Set(
        asked.filter(
          (_, index) => decisions[index]?.result === AuthorizeResult.ALLOW,
        ),
      );
      return uid => visible.has(uid);
    } catch (error) {
      // A list of runs is worth more than its links.
      logger.warn(
        'Runs are shown without links to their planes: who may see these is not known',
        toError(error),
      );
      return () => false;
    }
  }
}
