import {
  isEnded,
  type Run,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { Gap } from './gapOf';

/** Why a run that names no Argo workflow has none. */
export function notCreated(run: Run): Gap {
  return { reason: 'not-created', message: sentence(run) };
}

function sentence({ ref, phase }: Run): string {
  if (ref.kind === 'Build') {
    return 'A Build does not tell which Argo workflow it runs.';
  }
  return isEnded(phase)
    ? 'The run ended before an Argo workflow was created for it.'
    : 'No Argo workflow has been created for the run yet.';
}
