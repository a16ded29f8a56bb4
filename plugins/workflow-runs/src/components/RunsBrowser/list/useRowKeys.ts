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
    const index = Number(target.closest<HTMLElement>('.row')?.dataset.index);
    const next = currentTarget.querySelector<HTMLElement>(
      `[data-index="${index + step}"] a.link`,
    );
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }, []);
}
