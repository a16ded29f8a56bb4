import { PlaneView } from '@openchoreo-planes/backstage-plugin-planes-common';
import { PlaneTest, testOutcome } from '../../../../ConnectionTest';

/** What came of connecting a plane. */
export interface ConnectResult {
  status: 'passed' | 'warning' | 'failed' | 'untested';
  heading: string;
  /** A sentence. */
  detail: string;
}

/** What came of connecting a plane; undefined while nothing has. */
export function connectResult(
  view: PlaneView,
  test: PlaneTest,
): ConnectResult | undefined {
  const { title, state } = view;
  const { run, permission } = test;
  if (run.status === 'finished') {
    const { outcome } = run.report;
    const detail = testOutcome(run.report);
    const isConnected = state.state === 'connected';
    if (outcome === 'failed') {
      const heading = isConnected
        ? `${title} is connected, but its connection test failed`
        : `The connection test of ${title} failed`;
      return { status: outcome, heading, detail };
    }
    const heading =
      outcome === 'passed'
        ? `${title} is connected and passed all tests`
        : `${title} is connected`;
    return { status: outcome, heading, detail };
  }
  return permission === 'missing' && state.state === 'connected'
    ? {
        status: 'untested',
        heading: `${title} is connected`,
        detail: 'Ask somebody who may to test the connection.',
      }
    : undefined;
}
