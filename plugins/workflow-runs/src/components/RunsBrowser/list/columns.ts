/** A part of a row. */
export type ColumnName =
  | 'status'
  | 'name'
  | 'timeline'
  | 'trigger'
  | 'plane'
  | 'started'
  | 'duration';

interface Column {
  name: ColumnName;
  /** A CSS track size. */
  width: string;
  /** The narrowest list, in pixels, in which it has a place. */
  from: number;
}

const COLUMNS: readonly Column[] = [
  { name: 'status', width: '112px', from: 520 },
  { name: 'name', width: 'minmax(0, 2fr)', from: 0 },
  { name: 'timeline', width: 'minmax(120px, 1.4fr)', from: 720 },
  { name: 'trigger', width: 'minmax(0, 1fr)', from: 900 },
  { name: 'plane', width: 'minmax(0, 0.8fr)', from: 1100 },
  { name: 'started', width: '112px', from: 600 },
  { name: 'duration', width: '132px', from: 520 },
];

/** The parts that fit into a row, and the grid that they make. */
export interface RowColumns {
  names: readonly ColumnName[];
  /** The value of `grid-template-columns`. */
  template: string;
  /** Status and times stand below the name. */
  isStacked: boolean;
}

/** @param width - of the list, in pixels */
export function columnsFor(width: number): RowColumns {
  const columns = COLUMNS.filter(({ from }) => width >= from);
  return {
    names: columns.map(({ name }) => name),
    template: columns.map(column => column.width).join(' '),
    isStacked: !columns.some(({ name }) => name === 'started'),
  };
}
