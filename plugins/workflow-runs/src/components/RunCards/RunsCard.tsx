import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import {
  CardSkeleton,
  UpdateNotice,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { RunsQuery } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { Link as RouterLink } from 'react-router-dom';
import { useRuns } from '../../hooks/useRuns';
import { useRunsHref } from '../../hooks/useRunsHref';
import { RunsRefusal } from '../RunsRefusal';
import { SourceProblems } from '../SourceProblems';
import { RunItem } from './RunItem';

const MAX_RUNS = 5;

export interface RunsCardProps {
  title: string;
  query: RunsQuery;
  /** Where there is no run: `No run is in progress.` */
  emptyText: string;
  /** What else there is, after which the link asks: the runs of this query. */
  all: RunsQuery;
}

function Runs(props: RunsCardProps) {
  const { title, query, emptyText, all } = props;
  const { value, updatedAt, error, retry } = useRuns({
    ...query,
    limit: MAX_RUNS,
  });
  const allHref = useRunsHref(all);
  if (error && (!value || updatedAt === undefined)) {
    return <RunsRefusal error={error} onRetry={retry} />;
  }
  if (!value || updatedAt === undefined) {
    return <CardSkeleton lines={4} />;
  }
  const more = value.totalItems - value.items.length;
  return (
    <Stack spacing={1}>
      {error && (
        <UpdateNotice error={error} updatedAt={updatedAt} onRetry={retry} />
      )}
      <SourceProblems sources={value.sources} />
      {value.items.length === 0 ? (
        <Typography variant="body2" color="text.secondary">
          {emptyText}
        </Typography>
      ) : (
        <Box
          component="ul"
          aria-label={title}
          sx={{ m: 0, p: 0, listStyle: 'none' }}
        >
          {value.items.map(run => (
            <RunItem key={run.uid} run={run} />
          ))}
        </Box>
      )}
      <Typography variant="body2">
        {more > 0 && `and ${more} more · `}
        {allHref && (
          <Link component={RouterLink} to={allHref}>
            All runs
          </Link>
        )}
      </Typography>
    </Stack>
  );
}

/** A few runs, as a card of an entity page. */
export function RunsCard(props: RunsCardProps) {
  return (
    <EntityInfoCard title={props.title}>
      <Runs {...props} />
    </EntityInfoCard>
  );
}
