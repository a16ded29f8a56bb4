import { planeSummary } from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { testPlane } from '../../../__testUtils__/testPlane';
import { holdPlanes } from './holdPlanes';
import { PlacedPlane, placePlanes } from './placePlanes';

/** `a!` is a plane called a that needs attention. */
function placed(...names: string[]): PlacedPlane[] {
  return placePlanes(
    names.map(name =>
      planeSummary(
        testPlane(name[0], {
          state: name.endsWith('!') ? 'disconnected' : 'connected',
        }),
      ),
    ),
    'health',
  );
}

function words(planes: readonly PlacedPlane[]): string[] {
  return planes.map(
    ({ plane, group }) => `${plane.title} ${plane.state.state} in ${group.key}`,
  );
}

describe('holdPlanes', () => {
  it.each([
    ['nothing changed', ['a', 'b'], ['a', 'b'], 0],
    ['a plane has moved', ['a', 'b'], ['b!', 'a'], 1],
    ['a plane is gone', ['a', 'b'], ['b'], 1],
    ['a plane came between', ['a', 'c'], ['a', 'b', 'c'], 1],
    ['more planes were loaded', ['a', 'b'], ['a', 'b', 'c', 'd'], 0],
    ['there were none', [], ['a'], 0],
  ])('counts what waits where %s', (_, shown, latest, waiting) => {
    expect(holdPlanes(placed(...shown), placed(...latest)).waiting).toBe(
      waiting,
    );
  });

  it('shows what is new about planes in their old places', () => {
    const held = holdPlanes(placed('a', 'b', 'c'), placed('d!', 'b!', 'a'));
    expect(words(held.items)).toEqual([
      'a connected in healthy',
      'b disconnected in healthy',
      'c connected in healthy',
      'd disconnected in attention',
    ]);
  });
});
