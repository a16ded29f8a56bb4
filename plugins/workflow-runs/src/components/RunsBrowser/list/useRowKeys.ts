import { KeyboardEvent, useCallback } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Lets the arrow keys go from the link of one row to that of the next. */
export function useRowKeys(): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback(event => {
    const step = STEPS[event.key];
    const { target, currentTarget } = event;
    if (!step || !(target instanceof HTMLElement)) {
      return;
    }
    const row = target.closest<HTMLElement>('.row');
    // From the list itself, to the first row.
    const place = row
      ? `[data-index="${Number(row.dataset.index) + step}"]`
      : '';
    const next = currentTarget.querySelector<HTMLElement>(`${place} a.link`);
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }, []);
}
