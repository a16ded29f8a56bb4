import { PlaneSummary } from '@openchoreo-planes/backstage-plugin-planes-common';
import { memo } from 'react';
import { PlaneCell } from './PlaneCell';
import { TableColumns } from './columns';

export interface PlaneTableRowProps {
  plane: PlaneSummary;
  href: string;
  table: TableColumns;
  /** The number of the row in its table, from 1. */
  number: number;
  /** The number of the line in the list. */
  index: number;
  /** Pixels from the top of the table. */
  top: number;
  measure: (element: HTMLElement | null) => void;
}

function PlaneTableRowView(props: PlaneTableRowProps) {
  const { plane, href, table, number, index, top, measure } = props;
  return (
    <div
      role="row"
      className="row"
      aria-rowindex={number}
      ref={measure}
      data-index={index}
      style={{ top, gridTemplateColumns: table.template }}
    >
      {table.columns.map(({ name }) => (
        <PlaneCell key={name} column={name} plane={plane} href={href} />
      ))}
    </div>
  );
}

/** A plane as a row. */
export const PlaneTableRow = memo(PlaneTableRowView);
