export { controlPlaneWatcherServiceRef } from './controlPlaneWatcherServiceRef';
export type {
  ControlPlaneWatcher,
  FollowedChange,
  FollowedKind,
  FollowedObject,
  FollowedRef,
  FollowedSnapshot,
  FollowedSource,
  FollowOptions,
  ReadResult,
  ResourceFollower,
} from './types';
