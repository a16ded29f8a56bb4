import { HeldItems } from '@openchoreo-planes/backstage-plugin-planes-react';
import { RunSummary } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/** A run in a list. */
export interface ListedRun {
  run: RunSummary;
  /** It belongs to the list no more: it was deleted, or is another than the filters ask for by now. */
  gone: boolean;
}

/** The runs of an answer. */
export function listRuns(runs: readonly RunSummary[]): ListedRun[] {
  return runs.map(run => ({ run, gone: false }));
}

/**
 * The latest runs in the places that the shown ones have.
 *
 * @remarks
 * A run that is gone stays as it was, and is marked; one that came since waits, unless it lies behind all that is shown and has
 * therefore only been loaded since.
 */
export function holdRuns(
  shown: readonly ListedRun[],
  latest: readonly ListedRun[],
): HeldItems<ListedRun> {
  const places = new Map(latest.map(({ run }, at) => [run.uid, at]));
  const known = new Set(shown.map(({ run }) => run.uid));
  let lastPlace = -1;
  const items = shown.map(({ run }) => {
    const place = places.get(run.uid);
    lastPlace = Math.max(lastPlace, place ?? -1);
    return place === undefined ? { run, gone: true } : latest[place];
  });
  const fresh = latest.filter(({ run }) => !known.has(run.uid));
  const behind = latest
    .slice(lastPlace + 1)
    .filter(({ run }) => !known.has(run.uid));
  const gone = items.filter(item => item.gone).length;
  return {
    items: [...items, ...behind],
    waiting: fresh.length - behind.length + gone,
  };
}

/** What waits, in words: `3 new runs`, `1 run has changed`. */
export function waitingText(held: HeldItems<ListedRun>): string {
  const gone = held.items.filter(item => item.gone).length;
  const fresh = held.waiting - gone;
  if (fresh > 0) {
    return fresh === 1 ? '1 new run' : `${fresh} new runs`;
  }
  return gone === 1 ? '1 run has changed' : `${gone} runs have changed`;
}
