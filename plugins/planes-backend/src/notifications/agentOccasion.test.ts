import type { RecordedState } from '@openchoreo-planes/backstage-plugin-planes-common';
import { agentOccasion } from './agentOccasion';

const MINUTE = 60_000;
const START = Date.parse('2026-11-21T12:00:00.000Z');
const AFTER_MS = 5 * MINUTE;

type Recorded = readonly (readonly [RecordedState, number])[];

/** @param recorded - states, each with the minute since which */
function occasion(
  recorded: Recorded,
  minute: number,
  more: { seen?: RecordedState; openLoss?: string } = {},
) {
  return agentOccasion(
    {
      planeUid: 'eu',
      seen: 'seen' in more ? more.seen : recorded.at(-1)?.[0],
      transitions: recorded.map(([state, atMinute], i) => ({
        planeUid: 'eu',
        sequence: i + 1,
        atMs: START + atMinute * MINUTE,
        state,
        reason: `It is ${state}.`,
      })),
      openLoss: more.openLoss,
    },
    new Date(START + minute * MINUTE),
    AFTER_MS,
  );
}

const lostAt10: Recorded = [
  ['connected', 0],
  ['disconnected', 10],
];
const tenPastTwelve = '2026-11-21T12:10:00.000Z';

describe('agentOccasion', () => {
  it('tells of a loss when it has lasted, with its first moment as the key', () => {
    expect(occasion(lostAt10, 14.9)).toBeUndefined();
    expect(occasion(lostAt10, 15)).toEqual({
      planeUid: 'eu',
      topic: 'agent-lost',
      key: tenPastTwelve,
      state: 'disconnected',
      reason: 'It is disconnected.',
      sinceMs: START + 10 * MINUTE,
    });
  });

  it.each<[string, Recorded]>([
    [
      'that began as stale',
      [...lostAt10.slice(0, 1), ['stale', 5], ['disconnected', 10]],
    ],
    [
      'of an agent that is refused',
      [
        ['connected', 0],
        ['not-authorised', 10],
      ],
    ],
    ['that changed its kind', [...lostAt10, ['not-authorised', 14]]],
    [
      'that went on while nobody watched',
      [...lostAt10, ['unobserved', 11], ['disconnected', 14]],
    ],
    [
      'that was found after nobody had watched',
      [
        ['connected', 0],
        ['unobserved', 4],
        ['disconnected', 10],
      ],
    ],
  ])('tells of a loss %s', (_, recorded) => {
    expect(occasion(recorded, 15)).toMatchObject({
      topic: 'agent-lost',
      key: tenPastTwelve,
    });
  });

  it.each<[string, Recorded, { seen?: RecordedState; openLoss?: string }]>([
    ['a plane of which nothing is recorded', [], { seen: 'disconnected' }],
    ['a plane that never connected', [['never-connected', 0]], {}],
    [
      'an agent that was never accepted',
      [
        ['never-connected', 0],
        ['not-authorised', 1],
      ],
      {},
    ],
    [
      'a plane that was down when the recording began',
      [['disconnected', 0]],
      {},
    ],
    [
      'a stale plane',
      [
        ['connected', 0],
        ['stale', 1],
      ],
      {},
    ],
    ['a plane that is being deleted', [...lostAt10, ['deleting', 11]], {}],
    [
      'a plane that was lost and came back while nobody watched',
      [
        ['connected', 0],
        ['unobserved', 1],
        ['connected', 40],
      ],
      {},
    ],
    [
      'a loss that is over, by what this replica sees',
      lostAt10,
      { seen: 'connected' },
    ],
    ['a loss that this replica cannot see yet', lostAt10, { seen: undefined }],
    ['a loss that was told', lostAt10, { openLoss: tenPastTwelve }],
    [
      'a return that was not recorded yet',
      lostAt10,
      { seen: 'connected', openLoss: tenPastTwelve },
    ],
    [
      'a return that nobody can believe',
      [...lostAt10, ['stale', 20]],
      { openLoss: tenPastTwelve },
    ],
    [
      'a return from a loss that was not told',
      [...lostAt10, ['connected', 12]],
      {},
    ],
  ])('tells nothing of %s', (_, recorded, more) => {
    expect(occasion(recorded, 50, more)).toBeUndefined();
  });

  it('tells of the return from a loss that was told, and how long it was', () => {
    expect(
      occasion([...lostAt10, ['not-authorised', 20], ['connected', 32]], 33, {
        openLoss: tenPastTwelve,
      }),
    ).toEqual({
      planeUid: 'eu',
      topic: 'agent-back',
      key: tenPastTwelve,
      lostForMs: 22 * MINUTE,
    });
  });
});
