import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import { ConnectionTestReport } from '@openchoreo-planes/backstage-plugin-planes-common';
import { planesApiRef } from '@openchoreo-planes/backstage-plugin-planes-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { advance, NOTHING_YET, TestProgress } from './testProgress';

/** What became of the test that this browser asked for. */
export type TestRun =
  | { status: 'none' }
  | { status: 'running'; progress: TestProgress }
  | { status: 'cancelled' }
  | {
      status: 'finished';
      report: ConnectionTestReport;
      /** The test was running already when the user asked for it. */
      joined: boolean;
      /** The report is of an earlier test, recent enough not to test again. */
      cached: boolean;
    }
  /** The test could not be run, or its end not be heard. */
  | { status: 'failed'; error: Error };

export interface ConnectionTestRun {
  run: TestRun;
  /** Begins a test, unless one is running; with `fresh`, even when a recent report is at hand. */
  start: (options: { fresh: boolean }) => void;
  /** Stops the test that is running. */
  cancel: () => void;
}

/** Runs connection tests of a plane, one at a time, for as long as the component is shown. */
export function useConnectionTestRun(uid: string): ConnectionTestRun {
  const api = useApi(planesApiRef);
  const [run, setRun] = useState<TestRun>({ status: 'none' });
  const request = useRef<AbortController>();

  const start = useCallback(
    async ({ fresh }: { fresh: boolean }) => {
      if (request.current) {
        return;
      }
      const controller = new AbortController();
      const { signal } = controller;
      request.current = controller;
      let progress = NOTHING_YET;
      let cached = false;
      setRun({ status: 'running', progress });
      const outcome = await api
        .testConnection(uid, {
          signal,
          fresh,
          onEvent: event => {
            cached = event.type === 'report' && event.cached;
            progress = advance(progress, event);
            if (!signal.aborted) {
              setRun({ status: 'running', progress });
            }
          },
        })
        .then(
          (report): TestRun => ({
            status: 'finished',
            report,
            cached,
            joined: progress.joined,
          }),
          (error): TestRun => ({ status: 'failed', error: toError(error) }),
        );
      if (!signal.aborted) {
        request.current = undefined;
        setRun(outcome);
      }
    },
    [api, uid],
  );

  const stop = useCallback(() => {
    request.current?.abort();
    request.current = undefined;
  }, []);

  useEffect(() => stop, [stop]);

  const cancel = useCallback(() => {
    stop();
    setRun({ status: 'cancelled' });
  }, [stop]);

  return { run, start, cancel };
}
