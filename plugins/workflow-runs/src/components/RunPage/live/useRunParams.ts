import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Span } from '../../Timeline';

/** Compares with the median of earlier runs; anything else is the uid of a run. */
export const MEDIAN = 'median';

/** What of a run is shown, as the address says. */
export interface RunParams {
  readonly nodeId?: string;
  /** The part of the time that is in sight. */
  readonly window?: Span;
  /** {@link MEDIAN}, or the uid of the run to compare with. */
  readonly compare?: string;
  readonly selectNode: (id: string) => void;
  readonly showWindow: (window: Span | undefined) => void;
  readonly compareWith: (other: string | undefined) => void;
}

/** What the details of one node have in the address. */
const PARAMS_OF_A_NODE = ['container', 'line'];

function readWindow(from: string | null, to: string | null): Span | undefined {
  const start = Date.parse(from ?? '');
  const end = Date.parse(to ?? '');
  return start < end ? { start, end } : undefined;
}

/** Keeps in the address what is shown, so that it can be shared. Each change replaces the entry in the browser's history. */
export function useRunParams(): RunParams {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (change: Record<string, string | undefined>) =>
      setParams(
        current => {
          const next = new URLSearchParams(current);
          for (const [name, value] of Object.entries(change)) {
            if (value === undefined) {
              next.delete(name);
            } else {
              next.set(name, value);
            }
          }
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  const selectNode = useCallback(
    (node: string) =>
      set({
        node,
        ...Object.fromEntries(PARAMS_OF_A_NODE.map(name => [name, undefined])),
      }),
    [set],
  );
  const showWindow = useCallback(
    (window: Span | undefined) =>
      set({
        from: window && new Date(window.start).toISOString(),
        to: window && new Date(window.end).toISOString(),
      }),
    [set],
  );
  const compareWith = useCallback(
    (compare: string | undefined) => set({ compare }),
    [set],
  );
  const from = params.get('from');
  const to = params.get('to');
  const window = useMemo(() => readWindow(from, to), [from, to]);
  return {
    nodeId: params.get('node') ?? undefined,
    window,
    compare: params.get('compare') ?? undefined,
    selectNode,
    showWindow,
    compareWith,
  };
}
