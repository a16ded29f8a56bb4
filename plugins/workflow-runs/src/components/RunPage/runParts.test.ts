import type {
  RunParameter,
  RunView,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { argoWorkflowFixture, timelineFixture } from '../../testing/fixtures';
import { SHOP_BUILD, timelineOf } from '../Timeline/__testUtils__/timelineOf';
import { possibleActions } from './actions/possibleActions';
import { wholeDifference } from './compare/wholeDifference';
import { runFailure, runHint, runReason } from './live/runReason';
import { TimelineClock } from './live/TimelineClock';
import { waitingForResume } from './live/waitingForResume';
import { changedParameters, fieldText } from './rerun/parameterFields';

describe('possibleActions', () => {
  const of = (
    workflow: Parameters<typeof argoWorkflowFixture>[0] | undefined,
    source: 'argo' | 'last-known' | 'tasks' = 'argo',
  ) =>
    possibleActions(
      timelineFixture({
        source,
        workflow: workflow && argoWorkflowFixture(workflow),
      }),
    );

  it('are those that the state of the workflow allows', () => {
    expect(of({ phase: 'Running' })).toEqual(['stop', 'suspend', 'terminate']);
    expect(of({ phase: undefined })).toEqual(['stop', 'suspend', 'terminate']);
    expect(of({ phase: 'Running', suspended: true })).toEqual([
      'stop',
      'resume',
      'terminate',
    ]);
    expect(of({ phase: 'Running', shutdown: 'Stop' })).toEqual(['terminate']);
    expect(of({ phase: 'Running', shutdown: 'Terminate' })).toEqual([]);
    expect(of({ phase: 'Succeeded' })).toEqual([]);
  });

  it('are none where nobody knows how the workflow is', () => {
    expect(of({ phase: 'Running' }, 'last-known')).toEqual([]);
    expect(of(undefined, 'tasks')).toEqual([]);
    expect(possibleActions(undefined)).toEqual([]);
  });
});

describe('waitingForResume', () => {
  const workflow = argoWorkflowFixture({ phase: 'Running' });
  const approval = (phase: 'Running' | 'Succeeded') =>
    timelineOf(
      [
        {
          name: 'release',
          type: 'Steps',
          from: 0,
          phase: 'Running',
          children: [
            {
              name: 'approve',
              type: 'Suspend',
              from: 10,
              to: phase === 'Succeeded' ? 20 : undefined,
              phase,
            },
          ],
        },
      ],
      { live: true },
    );

  it('names the steps that wait, and how to let them go on', () => {
    expect(waitingForResume(approval('Running'), workflow)).toEqual({
      for: 'steps',
      steps: ['approve'],
      command: 'argo resume shop-build-118 -n workflows-acme',
    });
    expect(waitingForResume(approval('Succeeded'), workflow)).toBeUndefined();
    expect(waitingForResume(undefined, workflow)).toBeUndefined();
  });

  it('tells a run that was suspended as a whole', () => {
    const suspended = { ...workflow, suspended: true };
    expect(waitingForResume(approval('Running'), suspended)).toEqual({
      for: 'workflow',
    });
    expect(waitingForResume(timelineOf(SHOP_BUILD), suspended)).toBeUndefined();
  });
});

describe('TimelineClock', () => {
  const READ_AT = '2026-11-20T10:00:00Z';
  const HERE = Date.parse(READ_AT) + 90_000;

  beforeEach(() => {
    jest.useFakeTimers({ now: HERE });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it("tells the backend's time, whatever this browser's clock says", () => {
    const clock = new TimelineClock();
    const { now } = clock;
    const response = timelineFixture({ readAt: READ_AT });
    clock.set(response, HERE);
    expect(now()).toBe(Date.parse(READ_AT));
    jest.setSystemTime(HERE + 5000);
    expect(now()).toBe(Date.parse(READ_AT) + 5000);
    // The same answer again: nothing has changed, and the time goes on.
    clock.set(response, HERE + 5000);
    expect(now()).toBe(Date.parse(READ_AT) + 5000);
  });

  it('stands still where nobody knows how the run goes on', () => {
    const clock = new TimelineClock();
    const readAt = READ_AT;
    clock.set(timelineFixture({ source: 'last-known', readAt }), HERE);
    jest.setSystemTime(HERE + 60_000);
    expect(clock.now()).toBe(Date.parse(READ_AT));
  });
});

describe('why a run is as it is', () => {
  const timeline = timelineOf(SHOP_BUILD, { now: 498 });
  const explained = (
    explanation: NonNullable<RunView['explanation']>,
  ): Pick<RunView, 'explanation'> => ({ explanation });

  it('is told by the step that failed', () => {
    const failure = runFailure({ phase: 'Failed' }, timeline);
    const run = explained({
      severity: 'error',
      code: 'task-failed',
      message: 'A task failed.',
      remedy: 'Look at its log.',
    });
    expect(failure?.row.id).toBe('integration-tests(2)');
    expect(runReason(run, failure)).toBe(
      'integration-tests failed after 3 attempts: exit code 1',
    );
    expect(runHint(run, failure)).toBeUndefined();
    expect(runFailure({ phase: 'Running' }, timeline)).toBeUndefined();
    expect(runFailure({ phase: 'Failed' }, undefined)).toBeUndefined();
  });

  it('is told once, where there is something to be done about it', () => {
    const run = explained({
      severity: 'warning',
      code: 'plane-offline',
      message: 'The agent is not connected.',
      remedy: 'Look at the plane.',
    });
    expect(runHint(run, undefined)).toBe(run.explanation);
    expect(runReason(run, undefined)).toBeUndefined();
    const { message } = run.explanation ?? {};
    const plain = explained({
      severity: 'info',
      code: 'starting',
      message: message ?? '',
    });
    expect(runReason(plain, undefined)).toBe('The agent is not connected');
    expect(runReason({}, undefined)).toBeUndefined();
  });
});

describe('the parameters of a new run', () => {
  const parameters: RunParameter[] = [
    { name: 'text', value: '007', masked: false },
    { name: 'number', value: 7, masked: false },
    { name: 'flag', value: true, masked: false },
    { name: 'list', value: ['a', 'b'], masked: false },
    { name: 'unset', masked: false },
    { name: 'secret', masked: true },
  ];

  it('are those that were changed, of the type that they had', () => {
    expect(changedParameters(parameters, {})).toEqual({});
    expect(
      changedParameters(parameters, {
        text: '008',
        number: '8',
        flag: 'false',
        list: '["c"]',
        unset: 'set',
        secret: 'new',
      }),
    ).toEqual({
      text: '008',
      number: 8,
      flag: false,
      list: ['c'],
      unset: 'set',
      secret: 'new',
    });
  });

  it('are as they were where a text is as it was', () => {
    const same = Object.fromEntries(
      parameters.map(parameter => [parameter.name, fieldText(parameter)]),
    );
    expect(changedParameters(parameters, same)).toEqual({});
  });

  it('cannot be told from what stands for nothing', () => {
    expect(changedParameters(parameters, { number: '7 or so' })).toBe(
      undefined,
    );
  });
});

describe('wholeDifference', () => {
  const startedAt = '2026-11-20T10:00:00Z';
  const completedAt = '2026-11-20T10:01:40Z';

  it('is that of a run that has ended', () => {
    expect(wholeDifference({ startedAt, completedAt }, 60_000)).toBe(40_000);
    expect(wholeDifference({ startedAt, completedAt }, 120_000)).toBe(-20_000);
    expect(wholeDifference({ startedAt }, 60_000)).toBeUndefined();
    expect(wholeDifference({ startedAt, completedAt }, undefined)).toBe(
      undefined,
    );
  });
});
