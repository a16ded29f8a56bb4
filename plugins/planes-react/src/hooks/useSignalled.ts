import { useApi } from '@backstage/core-plugin-api';
import { useSignal } from '@backstage/plugin-signals-react';
import { useEffect, useRef } from 'react';
import { planesApiRef } from '../api/PlanesApi';
import { planesStores } from '../polling/planesStores';
import { Polled, PolledSource, usePolled } from './usePolled';

/** The channel on which the backend says that something about planes has changed. */
const CHANNEL = 'planes';

/** {@link usePolled}, and asks at once when the backend signals a change. Works without the signals plugin, too. */
export function useSignalled<T>(source: PolledSource<T>): Polled<T> {
  const { pace } = planesStores(useApi(planesApiRef));
  const { lastSignal } = useSignal(CHANNEL);
  const seen = useRef(lastSignal);
  useEffect(() => {
    if (lastSignal && lastSignal !== seen.current) {
      seen.current = lastSignal;
      pace.signalled();
      source.refresh();
    }
  }, [lastSignal, pace, source]);
  return usePolled(source);
}
