import Stack from '@mui/material/Stack';
import {
  Notice,
  Polled,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import type {
  RunResponse,
  RunView as Run,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { useState } from 'react';
import { useTimeline } from '../../hooks/useTimeline';
import { RunStatus } from '../RunStatus';
import { AboutRun } from './about/AboutRun';
import { possibleActions } from './actions/possibleActions';
import { useComparison } from './compare/useComparison';
import { RunActions } from './header/RunActions';
import { RunHeader } from './header/RunHeader';
import { RunSubtitle } from './header/RunSubtitle';
import { ResumeNotice } from './live/ResumeNotice';
import { RunUpdateNotice } from './live/RunUpdateNotice';
import { runFailure, runHint, runReason } from './live/runReason';
import { useRunParams } from './live/useRunParams';
import { useRunTimeline } from './live/useRunTimeline';
import { waitingForResume } from './live/waitingForResume';
import { RunDialogName, RunDialogs } from './RunDialogs';
import { RunSteps } from './RunSteps';
import { SourceLine } from './source/SourceLine';
import { RunStrip } from './strip/RunStrip';

export interface RunViewProps {
  run: Run;
  polled: Polled<RunResponse>;
}

/** A run that is known: why it is as it is, its steps over time, and what can be done with it. */
export function RunView(props: RunViewProps) {
  const { run, polled } = props;
  const params = useRunParams();
  const timelinePolled = useTimeline(run.uid);
  const model = useRunTimeline(timelinePolled);
  const { timeline } = model;
  const comparison = useComparison(run, timeline, params.compare);
  const compared =
    comparison && 'withWhat' in comparison ? comparison : undefined;
  const failure = runFailure(run, timeline);
  const [dialog, setDialog] = useState<RunDialogName>();
  const waiting = waitingForResume(timeline, timelinePolled.value?.workflow);
  const hint = runHint(run, failure);
  const { value, updatedAt } = timelinePolled;
  const retryAll = () => {
    timelinePolled.retry();
    polled.retry();
  };

  return (
    <>
      <RunHeader
        run={run}
        status={<RunStatus phase={run.phase} />}
        subtitle={<RunSubtitle run={run} reason={runReason(run, failure)} />}
        actions={
          <RunActions
            actions={possibleActions(value)}
            onAction={setDialog}
            onRerun={() => setDialog('rerun')}
            comparing={params.compare !== undefined}
            onCompare={() => setDialog('compare')}
          />
        }
      />
      <Stack spacing={2} sx={{ pb: 4 }}>
        <RunUpdateNotice
          sources={[polled, timelinePolled]}
          onRetry={retryAll}
        />
        {hint && (
          <Notice severity={hint.severity} title={hint.message}>
            {hint.remedy}
          </Notice>
        )}
        {waiting && <ResumeNotice waiting={waiting} />}
        {comparison && 'problem' in comparison && (
          <Notice severity="info" title="Nothing is compared">
            {comparison.problem}
          </Notice>
        )}
        {value && updatedAt !== undefined && (timeline || compared) && (
          <RunStrip
            timeline={timeline}
            comparison={compared}
            source={<SourceLine response={value} updatedAt={updatedAt} />}
          />
        )}
        <RunSteps
          run={run}
          polled={timelinePolled}
          model={model}
          selectedId={params.nodeId ?? failure?.row.id}
          deltas={compared?.rows}
          params={params}
        />
        <AboutRun run={run} />
      </Stack>
      <RunDialogs
        run={run}
        open={dialog}
        workflowUid={value?.workflow?.uid}
        params={params}
        onChanged={retryAll}
        onClose={() => setDialog(undefined)}
      />
    </>
  );
}
