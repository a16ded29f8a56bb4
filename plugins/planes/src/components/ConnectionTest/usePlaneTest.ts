import {
  ConnectionTestReport,
  planeConnectionTestPermission,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { useEffect } from 'react';
import { LastTest, renewLastTest, useLastTest } from '../../live/useLastTest';
import {
  PlanePermission,
  usePlanePermission,
} from '../../live/usePlanePermission';
import {
  ConnectionTestRun,
  TestRun,
  useConnectionTestRun,
} from './useConnectionTestRun';

/** What can be shown of a plane's connection test, and done with it. */
export interface PlaneTest {
  permission: PlanePermission;
  /** The last test, whoever asked for it. */
  last: LastTest;
  /** The test that this browser asked for. */
  run: TestRun;
  /** The newest report. */
  report?: ConnectionTestReport;
  start: ConnectionTestRun['start'];
  cancel: ConnectionTestRun['cancel'];
}

/** The connection test of a plane. */
export function usePlaneTest(uid: string): PlaneTest {
  const permission = usePlanePermission(planeConnectionTestPermission, uid);
  const last = useLastTest(uid);
  const { run, start, cancel } = useConnectionTestRun(uid);

  const finished = run.status === 'finished' ? run.report : undefined;
  useEffect(() => {
    if (finished) {
      renewLastTest(uid);
    }
  }, [finished, uid]);

  const report = newest(finished, last.value?.report);
  return { permission, last, run, report, start, cancel };
}

function newest(
  ...reports: (ConnectionTestReport | undefined)[]
): ConnectionTestReport | undefined {
  return reports
    .flatMap(report => report ?? [])
    .sort((a, b) => Date.parse(b.finishedAt) - Date.parse(a.finishedAt))[0];
}
