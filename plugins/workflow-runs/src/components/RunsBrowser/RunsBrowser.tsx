import { refusalStatus } from '@openchoreo-planes/backstage-plugin-planes-react';
import { RunsQuery } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { RunsList } from '../../hooks/useRunsList';
import { RunsRefusal } from '../RunsRefusal';
import { RunsContent } from './RunsContent';
import { RunsSkeleton } from './RunsSkeleton';
import { RunsView } from './view/runsView';
import { ChangeRunsView } from './view/useRunsView';

export interface RunsBrowserProps {
  list: RunsList;
  view: RunsView;
  onChange: ChangeRunsView;
  /** What all listed runs have in common. */
  scope: RunsQuery;
}

/** Runs to look through: how many are in which phase, filters, and the runs themselves. */
export function RunsBrowser(props: RunsBrowserProps) {
  const { value, error, retry } = props.list;
  if (error && (!value || refusalStatus(error) === 'forbidden')) {
    return <RunsRefusal error={error} onRetry={retry} />;
  }
  return value ? <RunsContent {...props} response={value} /> : <RunsSkeleton />;
}
