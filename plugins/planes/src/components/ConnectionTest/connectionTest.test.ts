import {
  CONNECTION_TEST_STEPS,
  ConnectionTestEvent,
  ConnectionTestStep,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { connectionTestReportFixture } from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { formatMilliseconds } from './formatMilliseconds';
import { asksForTest, withoutTestRequest, withTestRequest } from './testLink';
import { testOutcome } from './testOutcome';
import { advance, isOver, NOTHING_YET } from './testProgress';

type Status = ConnectionTestStep['status'];

function steps(...statuses: Status[]): ConnectionTestStep[] {
  return statuses.map((status, index) => ({
    name: CONNECTION_TEST_STEPS[index],
    title: `Look ${index + 1}`,
    status,
    durationMs: 1,
    evidence: '',
  }));
}

describe('testOutcome', () => {
  it.each<[Status[], string]>([
    [['passed', 'passed'], 'Every step passed.'],
    [['passed', 'skipped'], 'Every step that applies passed.'],
    [['passed', 'warning'], 'The connection works, with 1 warning.'],
    [['warning', 'warning'], 'The connection works, with 2 warnings.'],
    [['warning', 'failed', 'skipped'], 'Failed at step 2, Look 2.'],
    [
      ['failed', 'failed', 'failed'],
      'Failed at step 1, Look 1, and at 2 more.',
    ],
  ])('of %j is "%s"', (statuses, sentence) => {
    const report = connectionTestReportFixture({ steps: steps(...statuses) });
    expect(testOutcome(report)).toBe(sentence);
  });
});

describe('formatMilliseconds', () => {
  it.each([
    [0.4, '0 ms'],
    [4, '4 ms'],
    [999, '999 ms'],
    [1249, '1.2 s'],
    [30_000, '30.0 s'],
    [65_400, '1 min 5 s'],
    [119_900, '2 min 0 s'],
  ])('says %p as "%s"', (ms, text) => {
    expect(formatMilliseconds(ms)).toBe(text);
  });
});

describe('advance', () => {
  const [passed] = steps('passed');
  const started: ConnectionTestEvent = {
    type: 'started',
    startedAt: '2026-11-20T10:00:00Z',
    joined: true,
  };

  it('keeps every step in its place, whatever has come of it', () => {
    const progress = [
      started,
      { type: 'step-started', name: 'agent', title: 'Agent of eu' } as const,
      { type: 'step', step: passed } as const,
    ].reduce(advance, NOTHING_YET);

    expect(progress.joined).toBe(true);
    expect(progress.steps.map(step => step.name)).toEqual(
      CONNECTION_TEST_STEPS,
    );
    expect(progress.steps.filter(isOver)).toEqual([passed]);
    expect(progress.steps[3]).toEqual({
      name: 'agent',
      title: 'Agent of eu',
      status: 'running',
    });
    expect(progress.steps[4].status).toBe('waiting');
  });

  it('is not moved by what ends a test', () => {
    const report = connectionTestReportFixture();
    expect(
      advance(NOTHING_YET, { type: 'report', report, cached: false }),
    ).toBe(NOTHING_YET);
    expect(advance(NOTHING_YET, { type: 'error', message: 'x' })).toBe(
      NOTHING_YET,
    );
  });
});

describe('the link to a test', () => {
  it('adds the request to a URL, finds it, and takes it away', () => {
    const search = withTestRequest('?tab=x');
    expect(search).toBe('tab=x&connection-test=run');
    expect(asksForTest(search)).toBe(true);
    expect(withoutTestRequest(search)).toBe('tab=x');
    expect(asksForTest('?connection-test=yes')).toBe(false);
  });
});
