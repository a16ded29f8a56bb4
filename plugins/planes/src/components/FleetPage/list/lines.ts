import { PlaneSummary } from '@openchoreo-planes/backstage-plugin-planes-common';
import { Section } from './sections';

/** One line of the list, as high as it needs to be. */
export type Line =
  | { type: 'heading'; key: string }
  | { type: 'columns'; key: string }
  | { type: 'row'; key: string; plane: PlaneSummary }
  | { type: 'cards'; key: string; planes: readonly PlaneSummary[] }
  /** A plane that is not loaded yet. */
  | { type: 'pending'; key: string };

/** Pixels, until a line has been measured. */
const HEIGHTS: Record<Line['type'], number> = {
  heading: 52,
  columns: 36,
  row: 41,
  cards: 208,
  pending: 41,
};

export function estimatedHeight(line: Line): number {
  return HEIGHTS[line.type];
}

/** The lines of a section: its heading, and rows under the names of their columns, or cards. */
function linesOf(section: Section, cardsPerLine: number): Line[] {
  const { key, planes, layout } = section;
  const lines: Line[] = [{ type: 'heading', key: `heading/${key}` }];
  if (layout === 'table') {
    lines.push({ type: 'columns', key: `columns/${key}` });
    planes.forEach(plane =>
      lines.push({ type: 'row', key: `row/${plane.uid}`, plane }),
    );
    return lines;
  }
  for (let start = 0; start < planes.length; start += cardsPerLine) {
    lines.push({
      type: 'cards',
      key: `cards/${planes[start].uid}`,
      planes: planes.slice(start, start + cardsPerLine),
    });
  }
  return lines;
}

/** All lines of the list. */
export interface ListLines {
  lines: readonly Line[];
  /** The number of each section's first line. */
  starts: readonly number[];
  /** The number of the first line after the sections. */
  end: number;
}

/**
 * The lines of all sections, one section after the other, and those of the planes that are still to be loaded.
 *
 * @param pending - how many planes are still to be loaded
 */
export function listLines(
  sections: readonly Section[],
  cardsPerLine: number,
  pending: number,
): ListLines {
  const starts: number[] = [];
  const lines: Line[] = [];
  for (const section of sections) {
    starts.push(lines.length);
    lines.push(...linesOf(section, cardsPerLine));
  }
  const end = lines.length;
  for (let number = 0; number < pending; number += 1) {
    lines.push({ type: 'pending', key: `pending/${number}` });
  }
  return { lines, starts, end };
}
