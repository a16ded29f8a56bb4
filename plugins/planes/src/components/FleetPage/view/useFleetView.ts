import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { FleetView, readFleetView, writeFleetView } from './fleetView';

/** Changes part of the view. What is typed replaces the entry in the browser's history, a click makes one. */
export type ChangeFleetView = (
  change: Partial<FleetView>,
  options?: { replace?: boolean },
) => void;

/** The view that the page's URL stands for. */
export function useFleetView(): [FleetView, ChangeFleetView] {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => readFleetView(params), [params]);
  const change = useCallback<ChangeFleetView>(
    (part, options) =>
      setParams(
        current =>
          writeFleetView(current, { ...readFleetView(current), ...part }),
        { preventScrollReset: true, ...options },
      ),
    [setParams],
  );
  return [view, change];
}
