/** A column of the table of planes. */
export type ColumnName =
  | 'name'
  | 'type'
  | 'namespace'
  | 'planeID'
  | 'agents'
  | 'heartbeat'
  | 'history'
  | 'state';

export interface Column {
  name: ColumnName;
  /** What stands above it; the state speaks for itself. */
  title: string;
  /** A CSS track size. */
  width: string;
  /** The narrowest table, in pixels, in which it has a place. */
  from: number;
}

const COLUMNS: readonly Column[] = [
  { name: 'name', title: 'Name', width: 'minmax(0, 2.6fr)', from: 0 },
  { name: 'type', title: 'Type', width: 'minmax(0, 1.2fr)', from: 900 },
  { name: 'namespace', title: 'Namespace', width: 'minmax(0, 1fr)', from: 620 },
  { name: 'planeID', title: 'planeID', width: 'minmax(0, 1fr)', from: 760 },
  { name: 'agents', title: 'Agents', width: '72px', from: 1020 },
  { name: 'heartbeat', title: 'Heartbeat', width: '96px', from: 520 },
  { name: 'history', title: 'Last 24 h', width: '168px', from: 1100 },
  { name: 'state', title: 'State', width: '144px', from: 0 },
];

/** The columns that fit into a table, and the grid that they make. */
export interface TableColumns {
  columns: readonly Column[];
  /** The value of `grid-template-columns`. */
  template: string;
}

/** @param width - of the table, in pixels */
export function columnsFor(width: number): TableColumns {
  const columns = COLUMNS.filter(({ from }) => width >= from);
  const template = columns.map(column => column.width).join(' ');
  return { columns, template };
}

const MIN_CARD_WIDTH = 320;
const CARD_GAP = 16;

/** How many cards stand beside each other. */
export function cardsPerLine(width: number): number {
  return Math.max(
    1,
    Math.floor((width + CARD_GAP) / (MIN_CARD_WIDTH + CARD_GAP)),
  );
}
