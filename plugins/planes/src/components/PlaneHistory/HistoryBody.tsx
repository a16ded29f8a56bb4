import Stack from '@mui/material/Stack';
import { HistoryWindow } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  CardSkeleton,
  refusalStatus,
  UpdateNotice,
  usePlaneHistory,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { RefusalNotice } from '../Notice';
import { HistoryView } from './HistoryView';

export interface HistoryBodyProps {
  uid: string;
  window: HistoryWindow;
}

/** The history of a plane, or why it cannot be shown. */
export function HistoryBody(props: HistoryBodyProps) {
  const { value, updatedAt, error, retry } = usePlaneHistory(
    props.uid,
    props.window,
  );
  const refusal = error && refusalStatus(error);
  if (error && refusal && (refusal !== 'unavailable' || !value)) {
    return (
      <RefusalNotice
        status={refusal}
        error={error}
        onRetry={retry}
        subject="The history"
      />
    );
  }
  if (!value || updatedAt === undefined) {
    return <CardSkeleton lines={10} />;
  }
  return (
    <Stack spacing={2}>
      {error && (
        <UpdateNotice error={error} updatedAt={updatedAt} onRetry={retry} />
      )}
      <HistoryView history={value} />
    </Stack>
  );
}
