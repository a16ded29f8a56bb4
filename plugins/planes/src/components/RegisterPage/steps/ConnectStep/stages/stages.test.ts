import { PlaneStateName } from '@openchoreo-planes/backstage-plugin-planes-common';
import { testPlane } from '../../../../../__testUtils__/testPlane';
import { stageAnnouncement } from './stageAnnouncement';
import { connectStages } from './stages';

function inState(state: PlaneStateName) {
  return testPlane('edge-02', { state });
}

describe('connectStages', () => {
  it('waits for the portal to see the plane first', () => {
    const stages = connectStages(undefined);
    expect(stages.map(({ status }) => status)).toEqual([
      'waiting',
      'to-come',
      'to-come',
      'to-come',
    ]);
    expect(stageAnnouncement(stages)).toBe(
      'Resource created: waiting. The control plane has taken the plane; the portal is about to see it.',
    );
  });

  it.each<[PlaneStateName, string, string, string]>([
    [
      'not-accepted',
      'waiting',
      'to-come',
      "Accepted by OpenChoreo's controller: waiting. edge-02 is so.",
    ],
    [
      'never-connected',
      'done',
      'waiting',
      'Agent connected: waiting. edge-02 is so.',
    ],
    ['connected', 'done', 'done', 'The agent is connected.'],
    ['stale', 'done', 'warning', 'Agent connected: warning. edge-02 is so.'],
    [
      'disconnected',
      'done',
      'failed',
      'Agent connected: failed. edge-02 is so.',
    ],
    [
      'not-authorised',
      'done',
      'failed',
      'Agent connected: failed. edge-02 is so.',
    ],
    [
      'not-reported',
      'done',
      'unknown',
      'Agent connected: not known. edge-02 is so.',
    ],
    [
      'deleting',
      'failed',
      'skipped',
      "Accepted by OpenChoreo's controller: failed. edge-02 is so.",
    ],
    [
      'deletion-blocked',
      'failed',
      'skipped',
      "Accepted by OpenChoreo's controller: failed. edge-02 is so.",
    ],
  ])('knows where a plane is that is %s', (state, accepted, agent, said) => {
    const stages = connectStages(inState(state), { status: 'running' });
    expect(stages.map(({ status }) => status)).toEqual([
      'done',
      accepted,
      agent,
      'running',
    ]);
    expect(stageAnnouncement(stages)).toBe(said);
  });
});
