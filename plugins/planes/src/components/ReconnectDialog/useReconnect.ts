import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import {
  ReconnectPreview,
  ReconnectResult,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  isConflict,
  planesApiRef,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { useCallback, useEffect, useRef, useState } from 'react';

/** How far a reconnect is. */
export type ReconnectStep =
  | { status: 'loading' }
  /** What would happen could not be told. */
  | { status: 'failed'; error: Error }
  | {
      status: 'preview';
      preview: ReconnectPreview;
      /** Other planes were affected than those the user agreed to, so this is another preview. */
      changed: boolean;
      /** Why the reconnect that the user asked for did not happen. */
      error?: Error;
    }
  | { status: 'reconnecting'; preview: ReconnectPreview }
  | { status: 'done'; result: ReconnectResult };

export interface Reconnect {
  step: ReconnectStep;
  /** Asks anew what would happen. */
  reload: () => void;
  /** Does what was previewed. */
  confirm: (preview: ReconnectPreview) => void;
}

/** Previews and does a reconnect of a plane's agents. */
export function useReconnect(uid: string): Reconnect {
  const api = useApi(planesApiRef);
  const [step, setStep] = useState<ReconnectStep>({ status: 'loading' });
  const request = useRef<AbortController>();

  const perform = useCallback(
    async (
      begin: ReconnectStep,
      action: (signal: AbortSignal) => Promise<ReconnectStep>,
    ) => {
      request.current?.abort();
      const { signal } = (request.current = new AbortController());
      setStep(begin);
      const next = await action(signal);
      if (!signal.aborted) {
        setStep(next);
      }
    },
    [],
  );

  const load = useCallback(
    async (changed: boolean, signal: AbortSignal): Promise<ReconnectStep> => {
      try {
        const preview = await api.previewReconnect(uid, { signal });
        return { status: 'preview', preview, changed };
      } catch (error) {
        return { status: 'failed', error: toError(error) };
      }
    },
    [api, uid],
  );

  const reload = useCallback(
    () => perform({ status: 'loading' }, signal => load(false, signal)),
    [perform, load],
  );

  const confirm = useCallback(
    (preview: ReconnectPreview) =>
      perform({ status: 'reconnecting', preview }, async signal => {
        try {
          const { confirmation } = preview;
          const result = await api.reconnect(uid, confirmation, { signal });
          return { status: 'done', result };
        } catch (error) {
          return isConflict(toError(error))
            ? load(true, signal)
            : {
                status: 'preview',
                preview,
                changed: false,
                error: toError(error),
              };
        }
      }),
    [perform, load, api, uid],
  );

  useEffect(() => {
    reload();
    return () => request.current?.abort();
  }, [reload]);

  return { step, reload, confirm };
}
