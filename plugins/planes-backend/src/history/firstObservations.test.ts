import { TestPlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node/testUtils';
import { firstObservations } from './firstObservations';
import type { Observation } from './types';
import { at, dataPlane, START } from './__testUtils__/manifests';

const inventory = new TestPlaneInventory();
const plane = inventory.put(dataPlane('eu', { disconnected: at(600) }));
const frozen = inventory.put(dataPlane('us', { connected: at(60) }));
const seconds = (value: number) => START.getTime() + value * 1000;

function first(seen: Pick<Observation, 'state' | 'statedSinceMs'>, of = plane) {
  return firstObservations(
    {
      planeUid: 'eu',
      controlPlane: 'default',
      reason: 'As seen.',
      atMs: seconds(900),
      ...seen,
    },
    of,
  ).map(({ state, atMs }) => `${state} ${(atMs - START.getTime()) / 1000}`);
}

describe('firstObservations', () => {
  it.each([
    ['connected' as const, seconds(300), ['connected 300']],
    [
      'disconnected' as const,
      seconds(600),
      ['connected 0', 'disconnected 600'],
    ],
    // The agent never was connected before the time that is stated.
    ['disconnected' as const, seconds(0), ['disconnected 0']],
    ['not-authorised' as const, undefined, ['not-authorised 900']],
    // A clock ahead of ours says nothing of the future.
    ['stale' as const, seconds(1000), ['stale 900']],
  ])(
    'takes the word of a plane that is %s since %s',
    (state, since, expected) => {
      expect(first({ state, statedSinceMs: since })).toEqual(expected);
    },
  );

  it('does not know when an agent went whose resource still says connected', () => {
    expect(first({ state: 'disconnected' }, frozen)).toEqual([
      'connected 0',
      'unobserved 60',
      'disconnected 900',
    ]);
  });
});
