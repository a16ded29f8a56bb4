import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { RegistrationReview } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  CardSkeleton,
  Notice,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { useRegistrationForm } from '../../../form/RegistrationForm';
import { ToneLine } from '../ToneLine';
import { DryRunFailure } from './DryRunFailure';
import { DryRun } from './useDryRun';

export interface DryRunViewProps {
  dryRun: DryRun;
  onRetry: () => void;
  /** For `aria-describedby` of what the permission is missing for. */
  permissionNoticeId: string;
}

interface OutcomeProps {
  outcome: RegistrationReview['dryRun'];
  onRetry: () => void;
}

function Outcome(props: OutcomeProps) {
  const { outcome, onRetry } = props;
  const byHand = useRegistrationForm().controlPlane?.mode === 'manifest';
  switch (outcome.outcome) {
    case 'accepted':
      return (
        <ToneLine tone="ok">
          The API server would accept it. Nothing has been written.
        </ToneLine>
      );
    case 'refused':
      return (
        <Notice
          severity="error"
          title={outcome.message ?? 'The API server would refuse this.'}
        >
          Its reasons are listed under Problems and notes.
        </Notice>
      );
    case 'unavailable':
      return (
        <Notice
          severity={byHand ? 'info' : 'warning'}
          title="The API server did not check this"
          onRetry={onRetry}
        >
          {outcome.message}
        </Notice>
      );
    default:
      return (
        <Typography variant="body2" color="text.secondary">
          {outcome.message ??
            'The API server is asked once the problems are solved.'}
        </Typography>
      );
  }
}

/** What the API server said, or why nothing is known of it. */
export function DryRunView(props: DryRunViewProps) {
  const { dryRun, onRetry, permissionNoticeId } = props;
  switch (dryRun.status) {
    case 'asking':
      return <CardSkeleton lines={1} />;
    case 'failed':
      return (
        <DryRunFailure
          error={dryRun.error}
          onRetry={onRetry}
          permissionNoticeId={permissionNoticeId}
        />
      );
    default: {
      const outcome = dryRun.review.dryRun;
      return (
        <Stack spacing={1}>
          <Outcome outcome={outcome} onRetry={onRetry} />
          {outcome.warnings.map(warning => (
            <ToneLine key={warning} tone="warning">
              The API server warns: {warning}
            </ToneLine>
          ))}
        </Stack>
      );
    }
  }
}
