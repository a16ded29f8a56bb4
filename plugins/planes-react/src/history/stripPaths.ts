import { SlotLevel } from '@openchoreo-planes/backstage-plugin-planes-common';

/** The height of a strip, in its own units. */
export const STRIP_HEIGHT = 20;
/** The width of a slot with the gap that follows, in the strip's own units. */
export const SLOT_WIDTH = 4;

const BAR_WIDTH = 3;

/** What is bad stands out by its height, too; where nothing is known, there is a line to show it. */
const HEIGHTS: Record<SlotLevel, number> = {
  up: 14,
  degraded: STRIP_HEIGHT,
  down: STRIP_HEIGHT,
  unknown: 2,
};

/** The bars of each level as one SVG path, so that a strip is a few elements however many slots it has. */
export function stripPaths(
  slots: readonly SlotLevel[],
): Partial<Record<SlotLevel, string>> {
  const paths: Partial<Record<SlotLevel, string>> = {};
  slots.forEach((level, index) => {
    const height = HEIGHTS[level];
    const bar = `M${
      index * SLOT_WIDTH
    } ${STRIP_HEIGHT}v-${height}h${BAR_WIDTH}v${height}z`;
    paths[level] = `${paths[level] ?? ''}${bar}`;
  });
  return paths;
}
