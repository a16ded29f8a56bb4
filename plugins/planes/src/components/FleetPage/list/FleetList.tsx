import Skeleton from '@mui/material/Skeleton';
import { VirtualItem } from '@tanstack/react-virtual';
import { FocusEvent, useEffect, useMemo, useRef } from 'react';
import {
  useListVirtualizer,
  useWidth,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { cardsPerLine, columnsFor } from './columns';
import { FleetListRoot } from './FleetListRoot';
import { FleetSection } from './FleetSection';
import { estimatedHeight, listLines } from './lines';
import { Section } from './sections';

export interface FleetListProps {
  sections: readonly Section[];
  /** How many planes are not loaded yet. */
  pending: number;
  /** The list answers a question before the latest. */
  outdated: boolean;
  /** Asks for planes that are not loaded yet: the first so many of them. */
  onWant: (pending: number) => void;
  /** Somebody points at the list, or no longer does. */
  onHold: () => void;
  onRelease: () => void;
  hrefOf: (entityRef: string) => string;
}

function inRange(items: readonly VirtualItem[], start: number, end: number) {
  return items.filter(({ index }) => index >= start && index < end);
}

/** The planes in their sections; what is out of sight is left out. */
export function FleetList(props: FleetListProps) {
  const { sections, pending, onWant, onRelease, hrefOf } = props;
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref);
  const table = useMemo(() => columnsFor(width), [width]);
  const perLine = cardsPerLine(width);
  const { lines, starts, end } = useMemo(
    () => listLines(sections, perLine, pending),
    [sections, perLine, pending],
  );
  const list = useListVirtualizer(ref, lines, estimatedHeight);
  const wanted = (list.visible.at(-1)?.index ?? 0) - end + 1;
  useEffect(() => {
    if (wanted > 0) {
      onWant(wanted);
    }
  }, [wanted, onWant]);

  const releaseAfterFocus = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) {
      onRelease();
    }
  };
  return (
    <FleetListRoot
      ref={ref}
      aria-busy={props.outdated}
      style={{ height: list.height }}
      onPointerEnter={props.onHold}
      onPointerLeave={onRelease}
      onFocus={props.onHold}
      onBlur={releaseAfterFocus}
    >
      {sections.map((section, number) => {
        const start = starts[number];
        const next = starts[number + 1] ?? end;
        const visible = inRange(list.visible, start, next);
        return (
          visible.length > 0 && (
            <FleetSection
              key={section.key}
              section={section}
              start={start}
              end={next}
              lines={lines}
              visible={visible}
              list={list}
              table={table}
              cardsPerLine={perLine}
              hrefOf={hrefOf}
            />
          )
        );
      })}
      {inRange(list.visible, end, lines.length).map(({ index, key }) => (
        <div
          key={String(key)}
          className="row pending"
          ref={list.measure}
          data-index={index}
          style={{ top: list.startOf(index) }}
        >
          <Skeleton variant="text" width="60%" />
        </div>
      ))}
    </FleetListRoot>
  );
}
