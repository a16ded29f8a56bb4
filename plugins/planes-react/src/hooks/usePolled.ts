import { useSyncExternalStore } from 'react';
import { PolledValue, PollingStore } from '../polling/PollingStore';

/**
 * A value from a backend, kept up to date while it is shown.
 *
 * @public
 */
export interface Polled<T> extends PolledValue<T> {
  /** Neither an answer nor an error has come yet. */
  loading: boolean;
  /** Asks again at once. */
  retry: () => void;
}

/**
 * What {@link usePolled} needs of a store.
 *
 * @public
 */
export type PolledSource<T> = Pick<
  PollingStore<T>,
  'subscribe' | 'getSnapshot' | 'refresh'
>;

/**
 * The value of a store, asked for while the component is shown.
 *
 * @public
 */
export function usePolled<T>(source: PolledSource<T>): Polled<T> {
  const state = useSyncExternalStore(source.subscribe, source.getSnapshot);
  return {
    ...state,
    loading: state.value === undefined && state.error === undefined,
    retry: source.refresh,
  };
}
