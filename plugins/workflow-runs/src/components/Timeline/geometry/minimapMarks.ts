import type { TimelineRow } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { StatusTone } from '@openchoreo-planes/backstage-plugin-planes-react';
import { BAR_TONES } from '../words/barTone';
import { rowStatus } from '../words/rowStatus';
import { isGroup } from '../rows/isGroup';
import { lengthOf, Span } from './span';

const COLUMNS = 512;

/** Something that happened in a lane of the minimap, the worst of what happened there then. */
export interface MinimapMark {
  readonly lane: number;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly end: number;
  readonly tone: StatusTone;
  /** Still going on at the end of the axis. */
  readonly open: boolean;
}

/** What a minimap shows. */
export interface MinimapMarks {
  readonly lanes: number;
  readonly marks: readonly MinimapMark[];
}

/** Counts for each tone, lane and column how many bars begin there less how many ended before. */
class Changes {
  readonly #counts: Int32Array;

  constructor(lanes: number) {
    this.#counts = new Int32Array(BAR_TONES.length * lanes * (COLUMNS + 1));
    this.lanes = lanes;
  }

  readonly lanes: number;

  add(tone: StatusTone, lane: number, from: number, to: number): void {
    const base = this.#base(BAR_TONES.indexOf(tone), lane);
    this.#counts[base + from]++;
    this.#counts[base + to + 1]--;
  }

  /** The worst tone in each column of a lane, as its number; -1 where there is nothing. */
  worst(lane: number): Int8Array {
    const worst = new Int8Array(COLUMNS).fill(-1);
    BAR_TONES.forEach((_, tone) => {
      const base = this.#base(tone, lane);
      let bars = 0;
      for (let column = 0; column < COLUMNS; column++) {
        bars += this.#counts[base + column];
        if (bars > 0) {
          worst[column] = tone;
        }
      }
    });
    return worst;
  }

  #base(tone: number, lane: number): number {
    return (tone * this.lanes + lane) * (COLUMNS + 1);
  }
}

/**
 * What a minimap shows of so many rows as there may be: a bounded number of marks, in time that grows with the rows alone.
 *
 * @param axis - from the start of the timeline to its end
 * @param mostLanes - how many lanes there is room for
 */
export function minimapMarks(
  rows: readonly TimelineRow[],
  axis: Span,
  mostLanes: number,
): MinimapMarks {
  const bars = rows.filter(
    row => row.start !== undefined && row.end !== undefined && !isGroup(row),
  );
  const lanes = Math.min(mostLanes, bars.length);
  const perColumn = lengthOf(axis) / COLUMNS;
  const column = (time = axis.start) =>
    Math.min(
      COLUMNS - 1,
      Math.max(0, Math.floor((time - axis.start) / perColumn)),
    );
  const changes = new Changes(lanes);
  bars.forEach((row, index) => {
    const lane = Math.floor((index * lanes) / bars.length);
    const from = column(row.start);
    // A bar that ends where a column begins is not in it.
    const to = Math.max(from, column((row.end ?? axis.end) - perColumn / 2));
    changes.add(rowStatus(row).tone, lane, from, to);
  });
  const marks: MinimapMark[] = [];
  for (let lane = 0; lane < lanes; lane++) {
    const worst = changes.worst(lane);
    for (let from = 0, to = 0; from < COLUMNS; from = to) {
      const tone = BAR_TONES[worst[from]];
      for (to = from + 1; to < COLUMNS && worst[to] === worst[from]; ) {
        to++;
      }
      if (tone) {
        marks.push({
          lane,
          start: axis.start + from * perColumn,
          end: axis.start + to * perColumn,
          tone,
          open: to === COLUMNS && tone === 'running',
        });
      }
    }
  }
  return { lanes, marks };
}
