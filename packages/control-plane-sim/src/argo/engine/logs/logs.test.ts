import { JsonObject } from '../../../objects/json';
import { LOG_KINDS, SimulatedLogLine, WorkflowSimulation } from '../index';
import { after, given, podTemplate, workflowOf } from '../testUtils/workflows';

const MAIN = { pod: 'wf', container: 'main' };

function simulate(
  behaviour: Readonly<Record<string, string>>,
  further: JsonObject = {},
): WorkflowSimulation {
  return WorkflowSimulation.create({
    workflow: workflowOf(
      [podTemplate('build', behaviour, further)],
      given({
        'git-repo': 'https://github.com/acme/cart',
        branch: 'release',
      }),
    ),
    timing: { requeueMs: 1_000 },
  });
}

function logAt(
  simulation: WorkflowSimulation,
  second: number,
  query: JsonObject = {},
): readonly SimulatedLogLine[] {
  simulation.advance(after(second));
  const lines = simulation.log({ ...MAIN, ...query });
  expect(simulation.snapshot().log({ ...MAIN, ...query })).toEqual(lines);
  return lines;
}

function textOf(lines: readonly SimulatedLogLine[]): string {
  return lines.map(({ text }) => text).join('\n');
}

describe.each(Object.keys(LOG_KINDS).filter(kind => kind !== 'quiet'))(
  'the log of kind %s',
  kind => {
    it('grows, and never changes what it said', () => {
      const simulation = simulate({ duration: '60', log: kind });
      let before: readonly SimulatedLogLine[] = [];
      for (let second = 0; second <= 90; second += 3) {
        const lines = logAt(simulation, second);
        expect(lines.slice(0, before.length)).toEqual(before);
        before = lines;
      }
      const times = before.map(({ at }) => at);
      expect(before.length).toBeGreaterThan(0);
      expect(
        times.every((at, index) => index === 0 || at > times[index - 1]),
      ).toBe(true);
      expect(times.at(-1)).toBeLessThan(after(64));
    });

    it('tells how it failed', () => {
      const fine = logAt(simulate({ duration: '10', log: kind }), 60);
      const failed = logAt(
        simulate({ duration: '10', log: kind, exit: '1' }),
        60,
      );
      const servers = ['service', 'postgres'];
      expect(textOf(failed) === textOf(fine)).toBe(servers.includes(kind));
    });
  },
);

describe('a log', () => {
  it('begins with the container, not before', () => {
    const simulation = simulate({ duration: '60', pull: '20' });
    expect(logAt(simulation, 15)).toEqual([]);
    expect(logAt(simulation, 30).length).toBeGreaterThan(0);
  });

  it('knows what the workflow is about', () => {
    const text = textOf(
      logAt(
        simulate({ duration: '5', log: 'git', param: 'git-revision=4f2a91c' }),
        60,
      ),
    );
    expect(text).toContain("Switched to branch 'release'");
    expect(text).toContain('HEAD is now at 4f2a91c');
  });

  it('has as many lines as somebody asks for, and can be had in part', () => {
    const simulation = simulate({ duration: '60', log: 'plain 20000' });
    const all = logAt(simulation, 90);
    expect(all).toHaveLength(20_002);
    expect(logAt(simulation, 90, { tail: 3 })).toEqual(all.slice(-3));
    expect(logAt(simulation, 90, { tail: 0 })).toEqual([]);
    const { at } = all[15_000];
    expect(logAt(simulation, 90, { since: at })).toEqual(all.slice(15_000));
  });

  it('goes on for as long as the container does', () => {
    const simulation = simulate({ duration: 'forever', log: 'postgres' });
    const [early, late] = [logAt(simulation, 600), logAt(simulation, 6_000)];
    expect(late.length).toBeGreaterThan(9 * early.length);
  });

  it('ends where the container is ended', () => {
    const simulation = simulate({ duration: '600', log: 'train' });
    simulation.intervene({ at: after(60), action: 'terminate' });
    const lines = logAt(simulation, 900);
    expect(lines.at(-1)?.at).toBeLessThan(after(64));
    expect(lines.at(-1)?.at).toBeGreaterThan(after(50));
  });

  it('is kept by the containers beside, too', () => {
    const simulation = simulate({ duration: '5' });
    const init = logAt(simulation, 60, { container: 'init' });
    const wait = logAt(simulation, 60, { container: 'wait' });
    expect(textOf(init)).toContain('Executor initialized: wf');
    expect(textOf(wait)).toContain('Main container completed main 0');
    expect(init[0].at).toBeLessThan(wait[0].at);
  });

  it('is empty where there is no such pod or container, and of a quiet one', () => {
    const simulation = simulate({ duration: '5', log: 'quiet' });
    expect(logAt(simulation, 60)).toEqual([]);
    expect(logAt(simulation, 60, { container: 'other' })).toEqual([]);
    expect(logAt(simulation, 60, { pod: 'other' })).toEqual([]);
  });
});
