import { mockCredentials } from '@backstage/backend-test-utils';
import { Viewers } from './Viewers';

describe('Viewers', () => {
  it('counts each user and run once, for as long as they ask', () => {
    let now = 0;
    const viewers = new Viewers({ clock: () => new Date(now) });
    const jane = mockCredentials.user('user:default/jane');
    const joe = mockCredentials.user('user:default/joe');
    viewers.saw(jane, 'a');
    viewers.saw(jane, 'b');
    viewers.saw(joe, 'a');
    expect(viewers.count).toBe(3);
    now += 9_000;
    viewers.saw(jane, 'a');
    now += 1_000;
    expect(viewers.count).toBe(1);
    now += 9_000;
    expect(viewers.count).toBe(0);
  });
});
