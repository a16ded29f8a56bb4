import Skeleton from '@mui/material/Skeleton';
import {
  useListVirtualizer,
  useWidth,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { RunSummary } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { FocusEvent, RefObject, useEffect, useMemo, useState } from 'react';
import { columnsFor } from './columns';
import { ListedRun } from './holdRuns';
import { RunLinks } from './RunCells';
import { RunListRoot } from './RunListRoot';
import { RunRow } from './RunRow';
import { useRowKeys } from './useRowKeys';

export interface RunListProps {
  listRef: RefObject<HTMLDivElement>;
  runs: readonly ListedRun[];
  /** How many runs are not loaded yet. */
  pending: number;
  /** The list answers a question before the latest. */
  outdated: boolean;
  links: RunLinks;
  /** When the source of a run was last read, where it no longer is. */
  asOf: (run: RunSummary) => string | undefined;
  /** Asks for runs that are not loaded yet: the first so many of them. */
  onWant: (pending: number) => void;
  /** Nothing must move: somebody points at the list, or its beginning is out of sight. */
  onHold: (hold: boolean) => void;
}

/** Pixels, until a row has been measured. */
const ROW_HEIGHT = 56;
const STACKED_ROW_HEIGHT = 83;

interface Line {
  key: string;
  item?: ListedRun;
}

function linesOf(runs: readonly ListedRun[], pending: number): Line[] {
  return [
    ...runs.map(item => ({ key: item.run.uid, item })),
    ...Array.from({ length: pending }, (_, at) => ({ key: `pending/${at}` })),
  ];
}

/** Runs below each other; what is out of sight is left out. */
export function RunList(props: RunListProps) {
  const { listRef, runs, pending, links, asOf, onWant, onHold } = props;
  const width = useWidth(listRef);
  const columns = useMemo(() => columnsFor(width), [width]);
  const lines = useMemo(() => linesOf(runs, pending), [runs, pending]);
  const height = columns.isStacked ? STACKED_ROW_HEIGHT : ROW_HEIGHT;
  const list = useListVirtualizer(listRef, lines, () => height);
  const onKeyDown = useRowKeys();
  const [isPointed, setIsPointed] = useState(false);
  const isHeld = isPointed || list.isScrolled;
  useEffect(() => onHold(isHeld), [isHeld, onHold]);
  const wanted = (list.visible.at(-1)?.index ?? 0) - runs.length + 1;
  useEffect(() => {
    if (wanted > 0) {
      onWant(wanted);
    }
  }, [wanted, onWant]);
  const leave = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) {
      setIsPointed(false);
    }
  };
  return (
    <RunListRoot
      ref={listRef}
      role="list"
      aria-label="Runs"
      tabIndex={-1}
      aria-busy={props.outdated}
      style={{ height: list.height }}
      onPointerEnter={() => setIsPointed(true)}
      onPointerLeave={() => setIsPointed(false)}
      onFocus={() => setIsPointed(true)}
      onBlur={leave}
      onKeyDown={onKeyDown}
    >
      {list.visible.map(({ index, key }) => {
        const { item } = lines[index];
        const top = list.startOf(index);
        return item ? (
          <RunRow
            key={String(key)}
            {...item}
            links={links}
            asOf={asOf(item.run)}
            columns={columns}
            index={index}
            count={lines.length}
            top={top}
            measure={list.measure}
          />
        ) : (
          <div
            key={String(key)}
            role="listitem"
            className="row"
            ref={list.measure}
            data-index={index}
            style={{ top }}
          >
            <Skeleton variant="text" width="60%" />
          </div>
        );
      })}
    </RunListRoot>
  );
}
