import {
  Notice,
  RelativeTime,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import type {
  TimelineGap,
  TimelineResponse,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { ReactNode } from 'react';

/** Gaps that are as it should be. */
const NORMAL: ReadonlySet<TimelineGap> = new Set(['not-created', 'argo-gone']);

function title(response: TimelineResponse): ReactNode {
  switch (response.source) {
    case 'last-known':
      return (
        <>
          These are the steps as they were{' '}
          <RelativeTime time={response.readAt} />
        </>
      );
    case 'tasks':
      return 'These are the steps that the control plane wrote down';
    case 'none':
      return response.gap?.reason === 'not-created'
        ? 'No step has begun yet'
        : 'The steps of this run are not known';
    default:
      return undefined;
  }
}

/** What is shown of the steps of a run, if it is not what Argo says now, and why. */
export function SourceNotice(props: { response: TimelineResponse }) {
  const { response } = props;
  const { source, gap } = response;
  if (source === 'argo') {
    return null;
  }
  const isNormal = gap === undefined || NORMAL.has(gap.reason);
  return (
    <Notice severity={isNormal ? 'info' : 'warning'} title={title(response)}>
      {gap?.message}
      {source === 'tasks' &&
        ' Pods alone are in it, without groups and without the time that they waited.'}
    </Notice>
  );
}
