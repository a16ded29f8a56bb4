import { Container, Header } from '@backstage/ui';
import Box from '@mui/material/Box';
import { RunsQuery } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { useRunsList } from '../../hooks/useRunsList';
import {
  LiveLine,
  RunsBrowser,
  useRunsQuery,
  useRunsView,
} from '../RunsBrowser';

const ALL: RunsQuery = {};

/** All workflow runs: how many are in which phase, and filters to find any of them. */
export function RunsPage() {
  const [view, onChange] = useRunsView();
  const list = useRunsList(useRunsQuery(view, ALL));
  return (
    <Box component="main" sx={{ pt: 1 }}>
      <Header title="Workflow runs" />
      <Container>
        {/* Belongs to the title, which keeps its distance from what is below. */}
        <Box sx={{ mt: -3, pb: 2 }}>
          <LiveLine list={list} />
        </Box>
        <RunsBrowser list={list} view={view} onChange={onChange} scope={ALL} />
      </Container>
    </Box>
  );
}
