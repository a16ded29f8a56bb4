import type {
  AuditorService,
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { RequestLimits } from '@openchoreo-planes/backstage-plugin-planes-node';
import type { RunAccess } from './access';
import type { WorkflowRunsConfig } from './config';
import type { RunInventory } from './inventory';
import type { RunPlanes } from './planes';

/** What every router of the plugin is given; each takes what it needs of it. */
export interface RouterOptions {
  readonly access: RunAccess;
  readonly auditor: AuditorService;
  readonly clock: () => Date;
  readonly config: WorkflowRunsConfig;
  readonly inventory: RunInventory;
  readonly lifecycle: LifecycleService;
  readonly limits: RequestLimits;
  readonly logger: LoggerService;
  readonly planes: RunPlanes;
}
