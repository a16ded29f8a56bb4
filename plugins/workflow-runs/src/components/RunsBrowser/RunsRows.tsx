import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import {
  useEntityHref,
  useHeldList,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  RunsResponse,
  RunSummary,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { MouseEvent, useCallback, useMemo, useRef } from 'react';
import { RunsList } from '../../hooks/useRunsList';
import { useRunHref } from '../../hooks/useRunHref';
import { holdRuns, listRuns, waitingText } from './list/holdRuns';
import { RunList } from './list/RunList';

export interface RunsRowsProps {
  list: RunsList;
  response: RunsResponse;
}

const WAITING = {
  position: 'sticky',
  top: 24,
  height: 0,
  zIndex: 2,
  textAlign: 'center',
  '& > button': { transform: 'translateY(-50%)' },
} as const;

function sourceKey(of: { controlPlane: string; kind: string }): string {
  return `${of.controlPlane}/${of.kind}`;
}

/** When runs were last read that come from a source which no longer is. */
function useAsOf(response: RunsResponse) {
  return useMemo(() => {
    const since = new Map(
      response.sources.map(source => [sourceKey(source), source.since]),
    );
    return (run: RunSummary) =>
      run.sourceState === 'live' ? undefined : since.get(sourceKey(run.ref));
  }, [response.sources]);
}

/** The runs, which keep their places while somebody points at them. */
export function RunsRows(props: RunsRowsProps) {
  const { list, response } = props;
  const { query, want } = list;
  const ref = useRef<HTMLDivElement>(null);
  const runHref = useRunHref();
  const entityHref = useEntityHref();
  const links = useMemo(() => ({ runHref, entityHref }), [runHref, entityHref]);
  const latest = useMemo(() => listRuns(response.items), [response.items]);
  const held = useHeldList({ latest, list: query, hold: holdRuns });
  const { hold, release } = held;
  const onHold = useCallback(
    (isHeld: boolean) => (isHeld ? hold() : release()),
    [hold, release],
  );
  const loaded = response.items.length;
  const onWant = useCallback(
    (pending: number) => want(loaded + pending),
    [want, loaded],
  );
  const update = (event: MouseEvent) => {
    held.update();
    const isCut = (ref.current?.getBoundingClientRect().top ?? 0) < 0;
    if (isCut) {
      ref.current?.scrollIntoView({ block: 'start' });
    }
    // The button vanishes, and with it the place of whoever came by keyboard.
    if (event.detail === 0) {
      ref.current?.focus({ preventScroll: true });
    }
  };
  return (
    <div>
      {/* Without a height of its own, so that nothing moves for it. */}
      <Box aria-live="polite" sx={WAITING}>
        {held.waiting > 0 && (
          <Button variant="contained" size="small" onClick={update}>
            {waitingText(held)}: update the list
          </Button>
        )}
      </Box>
      <RunList
        listRef={ref}
        runs={held.items}
        pending={Math.max(0, response.totalItems - loaded)}
        outdated={list.outdated}
        links={links}
        asOf={useAsOf(response)}
        onWant={onWant}
        onHold={onHold}
      />
    </div>
  );
}
