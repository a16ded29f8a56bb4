import { useApi } from '@backstage/core-plugin-api';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  CardSkeleton,
  errorMessage,
  Notice,
  PollingStore,
  RelativeTime,
  usePolled,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { RunEvent } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { RiAlertLine, RiInformationLine } from '@remixicon/react';
import { useMemo } from 'react';
import { workflowRunsApiRef } from '../../../api/WorkflowRunsApi';

const INTERVAL_MS = 5_000;

function EventRow({ event }: { event: RunEvent }) {
  const warning = event.type === 'Warning';
  const Icon = warning ? RiAlertLine : RiInformationLine;
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 1,
        py: 1,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Box
        sx={{
          color: warning ? 'status.warning' : 'text.secondary',
          pt: 0.25,
        }}
      >
        <Icon size="1em" aria-label={warning ? 'Warning' : 'Normal'} />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          <Box component="span" sx={{ fontWeight: 'fontWeightMedium' }}>
            {event.reason}
          </Box>{' '}
          {event.message}
        </Typography>
        <Typography variant="caption" color="text.secondary">
          {event.object}
          {event.count > 1 && ` · ${event.count} times`}
        </Typography>
      </Box>
      <Typography
        variant="caption"
        color="text.secondary"
        sx={{ whiteSpace: 'nowrap' }}
      >
        <RelativeTime time={event.lastSeen} />
      </Typography>
    </Box>
  );
}

/** What the plane's cluster noted about a node and its pod, the latest last. */
export function EventsTab(props: { uid: string; nodeId: string }) {
  const { uid, nodeId } = props;
  const api = useApi(workflowRunsApiRef);
  const store = useMemo(
    () =>
      new PollingStore({
        load: signal => api.getEvents(uid, nodeId, { signal }),
        intervalMs: () => INTERVAL_MS,
      }),
    [api, uid, nodeId],
  );
  const { value, error, loading, retry } = usePolled(store);
  if (loading) {
    return (
      <Box sx={{ p: 2 }}>
        <CardSkeleton lines={4} />
      </Box>
    );
  }
  return (
    <Box sx={{ px: 2, py: 1 }}>
      {error && (
        <Notice
          severity={value ? 'warning' : 'error'}
          title="Events cannot be read"
          onRetry={retry}
        >
          {errorMessage(error)}
        </Notice>
      )}
      {value && value.items.length === 0 && (
        <Typography variant="body2" color="text.secondary" sx={{ py: 1 }}>
          There are no events. Clusters keep them for an hour, as a rule.
        </Typography>
      )}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {value?.items.map(event => (
          <EventRow
            key={`${event.object} ${event.reason} ${event.lastSeen} ${event.message}`}
            event={event}
          />
        ))}
      </Box>
    </Box>
  );
}
