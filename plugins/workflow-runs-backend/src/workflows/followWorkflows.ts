import type {
  ControlPlaneWatcher,
  ResourceFollower,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import {
  isSameWorkflow,
  readWorkflow,
  WORKFLOW_KINDS,
  type WorkflowFacts,
} from './readWorkflow';

/** Every workflow of every control plane, as far as the planes of runs depend on it. */
export type Workflows = Pick<
  ResourceFollower<WorkflowFacts>,
  'get' | 'snapshot'
>;

/** Begins to follow the workflows of every control plane. */
export function followWorkflows(
  watcher: ControlPlaneWatcher,
): ResourceFollower<WorkflowFacts> {
  return watcher.follow({
    name: 'workflows',
    kinds: WORKFLOW_KINDS,
    read: readWorkflow,
    isSame: isSameWorkflow,
  });
}
