import { usePermission } from '@backstage/plugin-permission-react';
import { workflowRunsPermissions } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/** A permission that concerns one run. */
export type PermissionOnRun = (typeof workflowRunsPermissions)[number];

/** Whether the user may do something with a run. */
export type RunPermission = 'checking' | 'granted' | 'missing';

/**
 * Whether the user may do something with one run.
 *
 * @remarks
 * Where that could not be asked, the answer is `granted`: the backend decides again, and says what is wrong.
 */
export function useRunPermission(
  permission: PermissionOnRun,
  uid: string,
): RunPermission {
  const { loading, allowed, error } = usePermission({
    permission,
    resourceRef: uid,
  });
  if (loading) {
    return 'checking';
  }
  return allowed || error ? 'granted' : 'missing';
}
