import type { Scale } from '../geometry/scale';
import type { ShownRow } from '../rows/RowTree';
import type { RowDelta } from '../words/delta';
import type { PaintColours } from './paintColours';

/** What is to be seen on the canvas of the rows. */
export interface RowsPicture {
  /** In their order on the screen, from the top of the canvas. */
  readonly rows: readonly ShownRow[];
  readonly rowHeight: number;
  /** The middle of a bar, from the top of its row. */
  readonly barMiddle: number;
  /** Where the plot begins in a row: below the name where that is not beside it. */
  readonly plotTop: number;
  readonly scale: Scale;
  /** Where there are lines for times. */
  readonly gridXs: readonly number[];
  /** In the timeline's time. */
  readonly now: number;
  /** Whether something goes on. */
  readonly live: boolean;
  readonly showCritical: boolean;
  /** Rows that a filter let through; the others step back. */
  readonly isMatch: (row: ShownRow) => boolean;
  readonly deltaOf: (row: ShownRow) => RowDelta | undefined;
  readonly colours: PaintColours;
}
