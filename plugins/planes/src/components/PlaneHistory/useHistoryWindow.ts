import { HistoryWindow } from '@openchoreo-planes/backstage-plugin-planes-common';
import { useSearchParams } from 'react-router-dom';
import { readWindow } from './historyWindows';

const PARAMETER = 'window';

/** The span of time that is shown, kept in the URL. */
export function useHistoryWindow(): [
  HistoryWindow,
  (window: HistoryWindow) => void,
] {
  const [params, setParams] = useSearchParams();
  const setWindow = (window: HistoryWindow) =>
    setParams(
      previous => {
        const next = new URLSearchParams(previous);
        next.set(PARAMETER, window);
        return next;
      },
      { replace: true },
    );
  return [readWindow(params.get(PARAMETER)), setWindow];
}
