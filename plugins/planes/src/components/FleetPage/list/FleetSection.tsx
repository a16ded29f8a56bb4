import { VirtualItem } from '@tanstack/react-virtual';
import { useId } from 'react';
import { ListVirtualizer } from '@openchoreo-planes/backstage-plugin-planes-react';
import { TableColumns } from './columns';
import { Line } from './lines';
import { PlaneTableRow } from './PlaneTableRow';
import { PlaneTile } from './PlaneTile';
import { Section } from './sections';

export interface FleetSectionProps {
  section: Section;
  /** The number of the section's first line, and of the first after it. */
  start: number;
  end: number;
  lines: readonly Line[];
  /** Those of the section's lines that are in sight. */
  visible: readonly VirtualItem[];
  list: ListVirtualizer;
  table: TableColumns;
  cardsPerLine: number;
  hrefOf: (entityRef: string) => string;
}

function Table(props: FleetSectionProps & { labelledBy: string }) {
  const { section, start, lines, visible, list, table, hrefOf } = props;
  const columnsLine = start + 1;
  const top = list.startOf(columnsLine);
  return (
    <div
      role="table"
      className="table"
      aria-labelledby={props.labelledBy}
      aria-rowcount={section.planes.length + 1}
      style={{ top: top - list.startOf(start) }}
    >
      <div
        role="row"
        className="columns"
        aria-rowindex={1}
        ref={list.measure}
        data-index={columnsLine}
        style={{ gridTemplateColumns: table.template }}
      >
        {table.columns.map(({ name, title }) => (
          <div key={name} role="columnheader" className={`cell ${name}`}>
            {title}
          </div>
        ))}
      </div>
      {visible.map(({ index, key }) => {
        const line = lines[index];
        return (
          line.type === 'row' && (
            <PlaneTableRow
              key={String(key)}
              plane={line.plane}
              href={hrefOf(line.plane.entityRef)}
              table={table}
              number={index - columnsLine + 1}
              index={index}
              top={list.startOf(index) - top}
              measure={list.measure}
            />
          )
        );
      })}
    </div>
  );
}

function Tiles(props: FleetSectionProps) {
  const { start, lines, visible, list, hrefOf } = props;
  return (
    <>
      {visible.map(({ index, key }) => {
        const line = lines[index];
        return (
          line.type === 'cards' && (
            <ul
              key={String(key)}
              className="tiles"
              ref={list.measure}
              data-index={index}
              style={{
                top: list.startOf(index) - list.startOf(start),
                gridTemplateColumns: `repeat(${props.cardsPerLine}, minmax(0, 1fr))`,
              }}
            >
              {line.planes.map(plane => (
                <PlaneTile
                  key={plane.uid}
                  plane={plane}
                  href={hrefOf(plane.entityRef)}
                />
              ))}
            </ul>
          )
        );
      })}
    </>
  );
}

/** The planes of a group, as far as they are in sight. */
export function FleetSection(props: FleetSectionProps) {
  const { section, start, end, list } = props;
  const headingId = useId();
  const top = list.startOf(start);
  return (
    <section
      aria-labelledby={headingId}
      style={{ top, height: list.startOf(end) - top }}
    >
      <h3 id={headingId} ref={list.measure} data-index={start}>
        {section.title} <span className="total">{section.total}</span>
      </h3>
      {section.layout === 'table' ? (
        <Table {...props} labelledBy={headingId} />
      ) : (
        <Tiles {...props} />
      )}
    </section>
  );
}
