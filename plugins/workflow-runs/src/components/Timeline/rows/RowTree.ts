import type { TimelineRow } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/** A row as it is shown. */
export interface ShownRow {
  readonly row: TimelineRow;
  /** Its place among all rows, from 0. */
  readonly number: number;
  /** The number of the row that contains it; -1 at the top. */
  readonly parent: number;
  /** Its place among those with the same parent, from 1, and how many these are. */
  readonly position: number;
  readonly siblings: number;
}

/** The rows of a timeline but for the folded ones: what there is to show when all is expanded. */
export class RowTree {
  /** Each parent before what it contains. */
  readonly rows: readonly ShownRow[];
  readonly #numbers: ReadonlyMap<string, number>;

  static of(rows: readonly TimelineRow[]): RowTree {
    const shown: TimelineRow[] = [];
    const numbers = new Map<string, number>();
    for (const row of rows) {
      numbers.set(row.id, shown.length);
      // What a folded row wraps comes next, and stands for it.
      if (!row.folded) {
        shown.push(row);
      }
    }
    const parents = shown.map(({ parentId }) =>
      parentId === undefined ? -1 : numbers.get(parentId) ?? -1,
    );
    const counts = new Map<number, number>();
    const positions = parents.map(parent => {
      const position = (counts.get(parent) ?? 0) + 1;
      counts.set(parent, position);
      return position;
    });
    return new RowTree(
      shown.map((row, number) => ({
        row,
        number,
        parent: parents[number],
        position: positions[number],
        siblings: counts.get(parents[number]) ?? 1,
      })),
      numbers,
    );
  }

  private constructor(
    rows: readonly ShownRow[],
    numbers: ReadonlyMap<string, number>,
  ) {
    this.rows = rows;
    this.#numbers = numbers;
  }

  /** The number of the row that shows a node, itself or by what it wraps; undefined where the timeline has no such node. */
  numberOf(id: string | undefined): number | undefined {
    const number = id === undefined ? undefined : this.#numbers.get(id);
    return number !== undefined && number < this.rows.length
      ? number
      : undefined;
  }

  /** The ids of the rows around a row, the innermost first. */
  ancestorsOf(number: number): string[] {
    const ids: string[] = [];
    for (
      let parent = this.rows[number]?.parent ?? -1;
      parent >= 0;
      parent = this.rows[parent].parent
    ) {
      ids.push(this.rows[parent].row.id);
    }
    return ids;
  }
}
