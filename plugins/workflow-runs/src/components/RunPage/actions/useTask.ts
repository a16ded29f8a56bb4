import { toError } from '@backstage/errors';
import { useCallback, useEffect, useRef, useState } from 'react';

/** How far something is that the user asked for. */
export interface Task {
  readonly busy: boolean;
  /** Why it did not happen. */
  readonly error?: Error;
  /** Begins it, unless it is under way. It is given up when who asked for it is gone. */
  readonly start: (work: (signal: AbortSignal) => Promise<void>) => void;
}

/** Something that takes a while and may fail. */
export function useTask(): Task {
  const [state, setState] = useState<Pick<Task, 'busy' | 'error'>>({
    busy: false,
  });
  const request = useRef<AbortController>();
  useEffect(() => () => request.current?.abort(), []);
  const start = useCallback(
    async (work: (signal: AbortSignal) => Promise<void>) => {
      request.current?.abort();
      const { signal } = (request.current = new AbortController());
      setState({ busy: true });
      try {
        await work(signal);
        if (!signal.aborted) {
          setState({ busy: false });
        }
      } catch (error) {
        if (!signal.aborted) {
          setState({ busy: false, error: toError(error) });
        }
      }
    },
    [],
  );
  return { ...state, start };
}
