import { RunSummary } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

const SHORT_COMMIT = 7;

/** What a run is of: `shop / cart`. */
export function componentOf({
  project,
  component,
}: Pick<RunSummary, 'project' | 'component'>): string | undefined {
  const names = [project, component].filter(name => name !== undefined);
  return names.length > 0 ? names.join(' / ') : undefined;
}

/** What stands below the name of a run: its workflow and what it is of; before them the control plane, unless that is the one called `default`. */
export function captionOf(run: RunSummary): string {
  const { controlPlane, namespace } = run.ref;
  return [
    controlPlane === 'default' ? undefined : controlPlane,
    run.workflow?.name,
    componentOf(run) ?? namespace,
  ]
    .filter(text => text !== undefined)
    .join(' · ');
}

/** The source that a run is of: `main@4f1c2a9`. */
export function sourceOf({ source }: RunSummary): string | undefined {
  const commit = source.commit?.slice(0, SHORT_COMMIT);
  if (source.branch && commit) {
    return `${source.branch}@${commit}`;
  }
  return source.branch ?? commit;
}

/** How a run failed or why it waits, in a sentence that names the step; undefined where there is nothing to say. */
export function reasonOf(run: RunSummary): string | undefined {
  const { explanation, failedTask } = run;
  if (!explanation) {
    return failedTask === undefined ? undefined : `${failedTask} failed.`;
  }
  const { message } = explanation;
  return failedTask === undefined || message.includes(failedTask)
    ? message
    : `${failedTask}: ${message}`;
}
