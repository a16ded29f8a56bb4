import type {
  AuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type {
  PlaneInventory,
  PlaneResources,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import type { RegistrationConfig } from '../config';
import type { PlaneAuthorizer } from '../permissions';
import type { CurrentFleet, PlaneLinks } from '../planes';
import { CreationRights } from './CreationRights';
import { KindsReader } from './KindsReader';
import { PlaneRegistrar } from './PlaneRegistrar';
import { PlaneUpdates } from './PlaneUpdates';
import { PlaneWriter } from './PlaneWriter';
import { PresentPlanes } from './PresentPlanes';
import { RegistrationReviewer } from './RegistrationReviewer';

/** What registering planes needs. */
export interface RegistrationOptions {
  readonly auth: AuthService;
  readonly authorizer: PlaneAuthorizer;
  readonly config: RegistrationConfig;
  readonly fleet: CurrentFleet;
  readonly inventory: PlaneInventory;
  readonly links: PlaneLinks;
  readonly resources: PlaneResources;
  readonly userInfo: UserInfoService;
  readonly clock: () => Date;
}

/** Puts together what answers questions about registering and changing planes. */
export function createRegistration(options: RegistrationOptions) {
  const parts = {
    ...options,
    rights: new CreationRights(options),
    reviewer: new RegistrationReviewer(options),
    writer: new PlaneWriter(options),
    present: new PresentPlanes(options),
  };
  return {
    kinds: new KindsReader(parts),
    present: parts.present,
    registrar: new PlaneRegistrar(parts),
    updates: new PlaneUpdates(parts),
  };
}
