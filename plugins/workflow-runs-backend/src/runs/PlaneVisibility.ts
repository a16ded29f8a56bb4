import type {
  BackstageCredentials,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { planeReadPermission } from '@openchoreo-planes/backstage-plugin-planes-common';
import { OutageLog } from '@openchoreo-planes/backstage-plugin-planes-node';

/** What {@link PlaneVisibility} needs. */
export interface PlaneVisibilityOptions {
  readonly logger: LoggerService;
  readonly permissions: Pick<PermissionsService, 'authorize'>;
}

/** Tells which planes a caller may see. */
export class PlaneVisibility {
  readonly #options: PlaneVisibilityOptions;
  readonly #outages: OutageLog;

  constructor(options: PlaneVisibilityOptions) {
    this.#options = options;
    this.#outages = new OutageLog({
      logger: options.logger,
      task: 'find out who may see which planes, so that runs are shown without links to their planes',
    });
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
    const { permissions } = this.#options;
    try {
      const decisions = await permissions.authorize(
        asked.map(uid => ({
          permission: planeReadPermission,
          resourceRef: uid,
        })),
        { credentials },
      );
      this.#outages.worked();
      const visible = new Set(
        asked.filter(
          (_, index) => decisions[index]?.result === AuthorizeResult.ALLOW,
        ),
      );
      return uid => visible.has(uid);
    } catch (error) {
      // A list of runs is worth more than its links.
      this.#outages.failed(error);
      return () => false;
    }
  }
}
