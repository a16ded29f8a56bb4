import Stack from '@mui/material/Stack';
import { UpdateNotice } from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  RunsQuery,
  RunsResponse,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { RunsList } from '../../hooks/useRunsList';
import { SourceProblems } from '../SourceProblems';
import { FilterBar } from './bar/FilterBar';
import { PhaseStrip } from './bar/PhaseStrip';
import { useSeen } from './bar/useSeen';
import { NoRuns } from './NoRuns';
import { NothingFound } from './NothingFound';
import { RunsRows } from './RunsRows';
import { isUnfiltered, NO_FILTERS, RunsView } from './view/runsView';
import { ChangeRunsView } from './view/useRunsView';

export interface RunsContentProps {
  list: RunsList;
  response: RunsResponse;
  view: RunsView;
  onChange: ChangeRunsView;
  scope: RunsQuery;
}

/** The runs, as far as they are known. */
export function RunsContent(props: RunsContentProps) {
  const { list, response, view, onChange, scope } = props;
  const { counts, sources, totalItems, items } = response;
  const seen = useSeen(items);
  const isEmpty =
    counts.all === 0 ||
    (totalItems === 0 && !list.outdated && isUnfiltered(view));
  return (
    <Stack spacing={2}>
      {list.error && list.updatedAt !== undefined && (
        <UpdateNotice
          error={list.error}
          updatedAt={list.updatedAt}
          onRetry={list.retry}
        />
      )}
      <SourceProblems sources={sources} />
      {isEmpty ? (
        <NoRuns sources={sources} isScoped={Object.keys(scope).length > 0} />
      ) : (
        <>
          <PhaseStrip
            phases={view.phases}
            counts={counts.phases}
            onChange={phases => onChange({ phases })}
          />
          <FilterBar
            view={view}
            onChange={onChange}
            counts={counts}
            seen={seen}
            scope={scope}
          />
          {totalItems === 0 ? (
            <NothingFound onClear={() => onChange(NO_FILTERS)} />
          ) : (
            <RunsRows list={list} response={response} />
          )}
        </>
      )}
    </Stack>
  );
}
