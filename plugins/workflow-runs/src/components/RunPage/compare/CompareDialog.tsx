import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import {
  CardSkeleton,
  errorMessage,
  Notice,
  RelativeTime,
  TitledDialog,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import type {
  RunSummary,
  RunView,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { useMemo } from 'react';
import { useRuns } from '../../../hooks/useRuns';
import { RunStatus, RunTook } from '../../RunStatus';
import { MEDIAN } from '../live/useRunParams';

const MOST_RUNS = 15;
const NOTHING = 'nothing';

export interface CompareDialogProps {
  run: RunView;
  compare: string | undefined;
  onCompare: (other: string | undefined) => void;
  onClose: () => void;
}

function useSimilarRuns({ uid, ref, workflow, component, project }: RunView) {
  const query = useMemo(
    () => ({
      controlPlane: [ref.controlPlane],
      namespace: [ref.namespace],
      ...(workflow && { workflow: [`${workflow.kind}/${workflow.name}`] }),
      ...(component && { component, project }),
      limit: MOST_RUNS + 1,
    }),
    [ref, workflow, component, project],
  );
  const polled = useRuns(query);
  const runs = polled.value?.items.filter(item => item.uid !== uid);
  return { ...polled, runs: runs?.slice(0, MOST_RUNS) };
}

function RunLabel(props: { run: RunSummary }) {
  const { run } = props;
  return (
    <Typography
      variant="body2"
      component="span"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
    >
      {run.ref.name}
      <RunStatus phase={run.phase} />
      <Typography component="span" variant="body2" color="text.secondary">
        <RunTook run={run} /> ·{' '}
        <RelativeTime light time={run.startedAt ?? run.createdAt} />
      </Typography>
    </Typography>
  );
}

/** What the steps of a run are to be compared with. */
export function CompareDialog(props: CompareDialogProps) {
  const { run, compare, onCompare, onClose } = props;
  const { runs, error, retry } = useSimilarRuns(run);
  const choose = (value: string) =>
    onCompare(value === NOTHING ? undefined : value);
  return (
    <TitledDialog title="Compare with" onClose={onClose}>
      <DialogContent>
        <RadioGroup
          aria-label="Compare with"
          value={compare ?? NOTHING}
          onChange={(_, value) => choose(value)}
        >
          <FormControlLabel
            value={NOTHING}
            control={<Radio size="small" />}
            label={<Typography variant="body2">Nothing</Typography>}
          />
          <FormControlLabel
            value={MEDIAN}
            control={<Radio size="small" />}
            label={
              <Typography variant="body2">
                The median of the latest runs that succeeded
              </Typography>
            }
          />
          {runs?.map(other => (
            <FormControlLabel
              key={other.uid}
              value={other.uid}
              control={<Radio size="small" />}
              label={<RunLabel run={other} />}
            />
          ))}
        </RadioGroup>
        {!runs && !error && <CardSkeleton lines={4} />}
        {error && !runs && (
          <Notice
            severity="error"
            title="Other runs cannot be read"
            onRetry={retry}
          >
            {errorMessage(error)}
          </Notice>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </TitledDialog>
  );
}
