/** How the rows are laid out, in pixels. */
export interface TimelineLayout {
  /** `beside`: bars stand beside the names; `below`: where there is no room for that, under them. */
  readonly mode: 'beside' | 'below';
  readonly rowHeight: number;
  /** The middle of a bar, from the top of its row. */
  readonly barMiddle: number;
  /** Where the plot begins in a row. */
  readonly plotTop: number;
  /** Of the names. */
  readonly treeWidth: number;
  /** Where the plot begins, and how wide it is. */
  readonly plotLeft: number;
  readonly plotWidth: number;
}

/** The height of what stands above the rows: the minimap and the axis. */
export const HEADER_HEIGHT = 52;
export const MINIMAP_HEIGHT = 24;
export const AXIS_HEIGHT = 24;

const NARROW = 600;
export const MIN_TREE_WIDTH = 120;
const MIN_PLOT_WIDTH = 240;
const TREE_SHARE = 0.26;
const MOST_TREE_WIDTH = 320;

/** The widest that the names may be. */
export function maxTreeWidth(width: number): number {
  return Math.max(MIN_TREE_WIDTH, width - MIN_PLOT_WIDTH);
}

/**
 * Lays the rows out.
 *
 * @param width - of the whole timeline
 * @param wantedTreeWidth - what somebody made the names wide
 */
export function timelineLayout(
  width: number,
  wantedTreeWidth: number | undefined,
): TimelineLayout {
  // Nothing is known of the width before the first measurement.
  if (width > 0 && width < NARROW) {
    return {
      mode: 'below',
      rowHeight: 48,
      barMiddle: 35,
      plotTop: 26,
      treeWidth: width,
      plotLeft: 0,
      plotWidth: width,
    };
  }
  const usual = Math.min(MOST_TREE_WIDTH, Math.round(width * TREE_SHARE));
  const treeWidth = Math.min(
    maxTreeWidth(width),
    Math.max(MIN_TREE_WIDTH, wantedTreeWidth ?? usual),
  );
  return {
    mode: 'beside',
    rowHeight: 32,
    barMiddle: 16,
    plotTop: 0,
    treeWidth,
    plotLeft: treeWidth,
    plotWidth: Math.max(0, width - treeWidth),
  };
}
