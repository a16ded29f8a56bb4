import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  CardSkeleton,
  errorMessage,
  Notice,
  PermissionNotice,
  refusalStatus,
  retryAfterMs,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  LogLine,
  workflowRunLogsPermission,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { LogLines } from './LogLines';
import { LogSearch } from './search/useLogSearch';
import { Log } from './useLog';

export interface LogBodyProps {
  log: Log;
  label: string;
  search: LogSearch;
  wrap: boolean;
  following: boolean;
  onFollowingChange: (following: boolean) => void;
  linkedTime?: string;
  hrefOf: (line: LogLine) => string | undefined;
  onLink: (line: LogLine) => void;
}

function LogFailure(props: {
  error: Error;
  stale: boolean;
  retry: () => void;
}) {
  const { error, stale, retry } = props;
  if (refusalStatus(error) === 'forbidden') {
    return (
      <PermissionNotice
        title="You may not read logs"
        permission={workflowRunLogsPermission}
      />
    );
  }
  const isHeldBack = retryAfterMs(error) !== undefined;
  const failed = stale
    ? 'The log cannot be read further'
    : 'There is no log to show';
  return (
    <Notice
      severity={stale ? 'warning' : 'info'}
      title={isHeldBack ? 'Logs are held back for a moment' : failed}
      onRetry={retry}
    >
      {errorMessage(error)}
    </Notice>
  );
}

/** The lines of a log, or why there are none. */
export function LogBody(props: LogBodyProps) {
  const { log, label, search } = props;
  const { log: buffer, error } = log;
  const failure = error && (
    <Box sx={{ px: 2, py: 1.5 }}>
      <LogFailure
        error={error}
        stale={buffer !== undefined}
        retry={log.retry}
      />
    </Box>
  );
  if (!buffer) {
    return (
      failure ?? (
        <Box sx={{ p: 2 }}>
          <CardSkeleton lines={6} />
        </Box>
      )
    );
  }
  return (
    <>
      {failure}
      {buffer.lines.length === 0 ? (
        <Typography
          variant="body2"
          color="text.secondary"
          sx={{ px: 2, py: 3, textAlign: 'center' }}
        >
          {buffer.complete
            ? 'The container ended without writing anything.'
            : 'The container runs, and has not written anything yet.'}
        </Typography>
      ) : (
        <LogLines
          label={label}
          log={buffer}
          sought={search.sought}
          wrap={props.wrap}
          following={props.following}
          onFollowingChange={props.onFollowingChange}
          linkedTime={props.linkedTime}
          currentLine={search.currentLine}
          hrefOf={props.hrefOf}
          onLink={props.onLink}
          loadingOlder={log.loadingOlder}
          onLoadOlder={log.loadOlder}
        />
      )}
    </>
  );
}
