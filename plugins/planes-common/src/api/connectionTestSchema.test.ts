import {
  CONNECTION_TEST_STEPS,
  ConnectionTestEvent,
  connectionTestEventSchema,
  ConnectionTestReport,
  ConnectionTestResponse,
  connectionTestResponseSchema,
} from './connectionTestSchema';

const report: ConnectionTestReport = {
  uid: 'uid-of-a-plane',
  startedAt: '2026-11-21T00:00:00Z',
  finishedAt: '2026-11-21T00:00:02Z',
  durationMs: 2000,
  outcome: 'failed',
  steps: CONNECTION_TEST_STEPS.map((name, i) => ({
    name,
    title: `Step ${i}`,
    status: (['passed', 'warning', 'failed', 'skipped'] as const)[i % 4],
    durationMs: i,
    evidence: 'It was seen.',
    remedy: {
      text: 'Change it.',
      field: 'spec.planeID',
      commands: [{ purpose: 'See it', command: 'kubectl get dataplanes' }],
    },
  })),
  cluster: {
    uid: 'uid-of-kube-system',
    version: 'v1.34.4',
    latencyMs: { min: 4, median: 5, max: 12, samples: 5 },
  },
  requestedBy: 'user:default/guest',
};
const [step] = report.steps;

const events: ConnectionTestEvent[] = [
  { type: 'started', startedAt: report.startedAt, joined: true },
  { type: 'step-started', name: 'gateway', title: 'The gateway' },
  { type: 'step', step },
  { type: 'report', report, cached: true },
  { type: 'error', message: 'The plane is gone.' },
];

describe('the schemas of connection tests', () => {
  it.each(events.map(event => [event.type, event]))(
    'lose nothing of the event %s',
    (_type, event) => {
      expect(
        connectionTestEventSchema.parse(JSON.parse(JSON.stringify(event))),
      ).toEqual(event);
    },
  );

  it('lose nothing of a last report', () => {
    const response: ConnectionTestResponse = { report, running: false };
    expect(
      connectionTestResponseSchema.parse(JSON.parse(JSON.stringify(response))),
    ).toEqual(response);
  });
});
