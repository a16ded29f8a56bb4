import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** The parts of what is shown of a node. */
export const DETAILS_TABS = ['logs', 'values', 'pod', 'events'] as const;

/** {@link DETAILS_TABS} */
export type DetailsTab = (typeof DETAILS_TABS)[number];

/** What of a node is shown, as the address says. */
export interface DetailsParams {
  /** Undefined where the address names none. */
  readonly tab?: DetailsTab;
  readonly container?: string;
  /** The time of a line of the log. */
  readonly line?: string;
  readonly set: (params: DetailsChange) => void;
  /** The address of this page with other parameters. */
  readonly hrefOf: (params: DetailsChange) => string;
}

type DetailsChange = Partial<Record<'tab' | 'container' | 'line', string>>;

function changed(params: URLSearchParams, change: DetailsChange) {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) {
      next.delete(name);
    } else {
      next.set(name, value);
    }
  }
  return next;
}

/** Keeps in the address which part of a node is shown, so that it can be shared. */
export function useDetailsParams(): DetailsParams {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (change: DetailsChange) =>
      setParams(current => changed(current, change), { replace: true }),
    [setParams],
  );
  return useMemo(
    () => ({
      tab: DETAILS_TABS.find(tab => tab === params.get('tab')),
      container: params.get('container') ?? undefined,
      line: params.get('line') ?? undefined,
      set,
      hrefOf: change => `?${changed(params, change)}`,
    }),
    [params, set],
  );
}
