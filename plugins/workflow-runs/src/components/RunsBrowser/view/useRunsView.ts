import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readRunsView, RunsView, writeRunsView } from './runsView';

/** Changes part of the view. What is typed replaces the entry in the browser's history, a click makes one. */
export type ChangeRunsView = (
  change: Partial<RunsView>,
  options?: { replace?: boolean },
) => void;

/** The view that the page's URL stands for. */
export function useRunsView(): [RunsView, ChangeRunsView] {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => readRunsView(params), [params]);
  const change = useCallback<ChangeRunsView>(
    (part, options) =>
      setParams(
        current =>
          writeRunsView(current, { ...readRunsView(current), ...part }),
        { preventScrollReset: true, ...options },
      ),
    [setParams],
  );
  return [view, change];
}
