import {
  HISTORY_WINDOWS,
  HistoryWindow,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/** The spans of time that a history can be seen over, the shortest first, in words. */
export const WINDOW_LABELS: Record<HistoryWindow, string> = {
  '24h': '24 h',
  '7d': '7 days',
  '30d': '30 days',
};

/** What is shown unless the URL says otherwise. */
const DEFAULT_WINDOW: HistoryWindow = '24h';

/** Reads a window from a URL, where anything may stand. */
export function readWindow(text: string | null): HistoryWindow {
  return HISTORY_WINDOWS.find(window => window === text) ?? DEFAULT_WINDOW;
}
