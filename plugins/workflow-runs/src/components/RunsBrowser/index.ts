export { LiveLine } from './LiveLine';
export { RunsBrowser } from './RunsBrowser';
export type { RunsBrowserProps } from './RunsBrowser';
export { useRunsQuery } from './view/useRunsQuery';
export { useRunsView } from './view/useRunsView';
