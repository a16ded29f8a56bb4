import { node, rowOf, timelineOf } from '../../__testUtils__/timelineNodes';
import type { ArgoNode } from '../../argo/nodeSchema';

describe('why, in a timeline', () => {
  it.each<[string, string]>([
    [
      "when 'heads == tails' evaluated false",
      "not run: its condition 'heads == tails' was false",
    ],
    ['Skipped, empty params', 'not run: there was nothing to loop over'],
    [
      'original pod: wf-1',
      'not run again: it succeeded in the run that this one repeats',
    ],
    ["Stopped with strategy 'Stop'", 'not run: the workflow was stopped'],
    ['template x not found', 'not run: template x not found'],
    ['', 'not run'],
  ])('a ghost with %j was %s', (message, reason) => {
    const ghost = node('wf.a', 'Skipped', [5, 5], {
      phase: 'Skipped',
      message,
    });
    const result = timelineOf([node('wf', 'DAG', [0]), ghost]);
    expect(rowOf(result, 'wf.a')).toMatchObject({ kind: 'ghost', reason });
  });

  const omitted = {
    phase: 'Omitted',
    message: 'omitted: depends condition not met',
  } as const;

  it.each<[string, readonly ArgoNode[], string]>([
    [
      'what it depended on',
      [node('wf.a', 'Pod', [0, 5], { phase: 'Failed', children: ['wf.x'] })],
      'a failed',
    ],
    [
      'what the ghost before it depended on',
      [
        node('wf.a', 'Pod', [0, 5], { phase: 'Error', children: ['wf.b'] }),
        node('wf.b', 'Skipped', [5, 5], { ...omitted, children: ['wf.x'] }),
      ],
      'a failed',
    ],
    [
      'a retry, not its last attempt',
      [
        node('wf.a', 'Retry', [0, 9], {
          phase: 'Failed',
          children: ['wf.a(0)', 'wf.a(1)'],
        }),
        node('wf.a(0)', 'Pod', [0, 5], { phase: 'Failed' }),
        node('wf.a(1)', 'Pod', [6, 9], { phase: 'Failed', children: ['wf.x'] }),
      ],
      'a failed',
    ],
    [
      'the template that ended with what failed',
      [
        node('wf.a', 'DAG', [0, 5], { phase: 'Failed' }),
        node('wf.a.deep', 'Pod', [0, 5], {
          boundaryID: 'wf.a',
          phase: 'Failed',
          children: ['wf.x'],
        }),
      ],
      'a failed',
    ],
    [
      'several that failed',
      ['a', 'b', 'c', 'd'].map(name =>
        node(`wf.${name}`, 'Pod', [0, 5], {
          phase: 'Failed',
          children: ['wf.x'],
        }),
      ),
      'a, b and others failed',
    ],
    [
      'what did not fail though that was asked for',
      [node('wf.a', 'Pod', [0, 5], { children: ['wf.x'] })],
      'a succeeded',
    ],
    [
      'what was skipped',
      [
        node('wf.a', 'Skipped', [0, 0], {
          phase: 'Skipped',
          children: ['wf.x'],
        }),
      ],
      'a was skipped',
    ],
    [
      'nothing that is known',
      [],
      'what it depends on did not end as it requires',
    ],
  ])('names %s', (_, before, reason) => {
    const ghost = node('wf.x', 'Skipped', [9, 9], omitted);
    const result = timelineOf([node('wf', 'DAG', [0]), ...before, ghost]);
    expect(rowOf(result, 'wf.x').reason).toBe(`not run: ${reason}`);
  });

  it('names what failed far back in a chain', () => {
    const ids = Array.from({ length: 1000 }, (_, place) => `wf.g-${place}`);
    const chain = ids.map((id, place) =>
      node(id, 'Skipped', [9, 9], {
        ...omitted,
        children: ids.slice(place + 1, place + 2),
      }),
    );
    const result = timelineOf([
      node('wf', 'DAG', [0]),
      node('wf.a', 'Pod', [0, 5], { phase: 'Failed', children: [ids[0]] }),
      ...chain,
    ]);
    expect(rowOf(result, ids[999]).reason).toBe('not run: a failed');
  });

  it.each<[string, string]>([
    ['Error (exit code 1)', 'exit code 1'],
    ['main: Error (exit code 2)', 'exit code 2'],
    ['main: OOMKilled (exit code 137)', 'out of memory (exit code 137)'],
    [
      'wait: Error (exit code 64): no such file',
      'exit code 64 in container wait: no such file',
    ],
    [
      'workflow shutdown with strategy:  Terminate',
      'the workflow was terminated',
    ],
    ["Stopped with strategy 'Stop'", 'the workflow was stopped'],
    ['Step exceeded its deadline', 'its deadline passed'],
    [
      'Pod was active on the node longer than the specified deadline',
      'its deadline passed',
    ],
    ['Max duration limit exceeded', 'retrying took longer than allowed'],
    ['pod deleted during operation', 'its pod was deleted'],
    ['Something  else\nhappened', 'Something else happened'],
    ['', 'exit code 3'],
  ])('a task with %j failed with %s', (message, reason) => {
    const failed = node('wf', 'Pod', [0, 5], {
      phase: 'Failed',
      message,
      exitCode: 3,
    });
    expect(timelineOf([failed]).rows[0].reason).toBe(reason);
  });

  it('tells what failed first in a DAG, of which Argo says nothing', () => {
    const result = timelineOf([
      node('wf', 'DAG', [0, 9], { phase: 'Failed' }),
      node('wf.a', 'Pod', [0, 8], { phase: 'Failed' }),
      node('wf.b', 'Pod', [0, 5], { phase: 'Error' }),
      node('wf.c', 'Pod', [0, 3]),
    ]);
    expect(rowOf(result, 'wf').reason).toBe('b failed');
  });

  it('tells what a group and a retry failed by', () => {
    const result = timelineOf([
      node('wf', 'DAG', [0, 9], {
        phase: 'Failed',
        message: "child 'wf.a' failed",
      }),
      node('wf.a', 'Retry', [0, 9], {
        phase: 'Failed',
        message: 'No more retries left',
        children: ['wf.a(0)', 'wf.a(1)'],
      }),
      node('wf.a(0)', 'Pod', [0, 5], { phase: 'Failed', exitCode: 1 }),
      node('wf.a(1)', 'Pod', [6, 9], { phase: 'Failed', exitCode: 2 }),
    ]);
    expect(rowOf(result, 'wf').reason).toBe('a failed');
    expect(rowOf(result, 'wf.a').reason).toBe('after 2 attempts: exit code 2');
  });

  it.each<[string, ArgoNode['type'], Partial<ArgoNode>, string | undefined]>([
    [
      'a lock',
      'Pod',
      { phase: 'Pending', waitingFor: 'acme/Mutex/db' },
      'waits for the lock acme/Mutex/db',
    ],
    [
      'a lock that Argo tells of',
      'Pod',
      {
        phase: 'Pending',
        waitingFor: 'acme/Mutex/db',
        message: 'Waiting for acme/Mutex/db lock. Lock status: 0/1',
      },
      'waits for the lock acme/Mutex/db (0/1 free)',
    ],
    [
      'its image',
      'Pod',
      { phase: 'Pending', message: 'ImagePullBackOff: no' },
      'ImagePullBackOff: no',
    ],
    ['somebody', 'Suspend', {}, 'waits to be resumed'],
    ['nothing that is known', 'Pod', { phase: 'Pending' }, undefined],
    ['nothing, as it runs', 'Pod', {}, undefined],
  ])('a task waits for %s', (_, type, more, reason) => {
    const result = timelineOf([
      node('wf', 'DAG', [0]),
      node('wf.a', type, [0], more),
    ]);
    expect(rowOf(result, 'wf.a').reason).toBe(reason);
  });

  it('tells at the top that the workflow is suspended', () => {
    const nodes = [node('wf', 'DAG', [0]), node('wf.a', 'Pod', [0])];
    const result = timelineOf(nodes, { workflow: { suspended: true } });
    expect(rowOf(result, 'wf').reason).toMatch(/^suspended: no further step/);
    expect(rowOf(result, 'wf.a').reason).toBeUndefined();
  });
});
