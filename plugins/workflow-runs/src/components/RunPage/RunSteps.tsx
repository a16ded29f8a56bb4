import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import {
  errorMessage,
  formatExactDuration,
  Notice,
  Polled,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import type {
  RunView,
  TimelineResponse,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { NodeDetails } from '../NodeDetails';
import { RowDelta, RunTimeline } from '../Timeline';
import type { RunParams } from './live/useRunParams';
import type { RunTimelineModel } from './live/useRunTimeline';
import { TimelineSkeleton } from './RunSkeleton';
import { SourceNotice } from './source/SourceNotice';

export interface RunStepsProps {
  run: RunView;
  polled: Polled<TimelineResponse>;
  model: RunTimelineModel;
  /** The node that is selected, be it by the address or because it explains the run. */
  selectedId: string | undefined;
  deltas: ReadonlyMap<string, RowDelta> | undefined;
  params: RunParams;
}

function SelectedNode(props: RunStepsProps) {
  const { run, model, selectedId } = props;
  const row = model.timeline?.rows.find(({ id }) => id === selectedId);
  if (!row) {
    return (
      <Typography variant="body2" color="text.secondary" sx={{ px: 2 }}>
        {selectedId === undefined
          ? 'Select a row to see its log, inputs and outputs, pod and events.'
          : 'The run no longer has the node that the address names: Argo may have begun it anew.'}
      </Typography>
    );
  }
  const lasted =
    row.start !== undefined && row.end !== undefined && !row.open
      ? formatExactDuration(row.end - row.start)
      : undefined;
  return (
    <NodeDetails
      key={row.id}
      uid={run.uid}
      node={row.node}
      title={row.title}
      subtitle={[row.reason, lasted].filter(Boolean).join(' · ')}
    />
  );
}

/** The steps of a run: its timeline, and below it the details of one of them. */
export function RunSteps(props: RunStepsProps) {
  const { run, polled, model, selectedId, deltas, params } = props;
  const { value, error, retry } = polled;
  const { timeline, now } = model;
  if (!value) {
    return error ? (
      <Notice
        severity="error"
        title="The steps of this run cannot be read"
        onRetry={retry}
      >
        {errorMessage(error)}
      </Notice>
    ) : (
      <TimelineSkeleton />
    );
  }
  return (
    <>
      <SourceNotice response={value} />
      {timeline && (
        <Paper
          variant="outlined"
          component="section"
          aria-label="Timeline"
          sx={{ overflow: 'hidden' }}
        >
          <RunTimeline
            name={run.ref.name}
            timeline={timeline}
            now={now}
            deltas={deltas}
            selectedId={selectedId}
            onSelect={params.selectNode}
            window={params.window}
            onWindow={params.showWindow}
          />
        </Paper>
      )}
      {!timeline && value.source === 'argo' && (
        <Notice severity="info" title="No step has begun yet">
          {value.workflow?.message ??
            'Argo has the workflow, and has not looked at it yet.'}
        </Notice>
      )}
      {timeline && <SelectedNode {...props} />}
    </>
  );
}
