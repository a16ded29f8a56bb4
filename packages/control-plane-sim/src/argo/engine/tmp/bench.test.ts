import { WorkflowSimulation } from '../index';
const start = Date.parse('2026-11-21T00:00:00Z');
function wf(parallelism: number | undefined, dur: string, item = false) {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Workflow',
    metadata: {
      name: 'big',
      namespace: 'runs',
      creationTimestamp: '2026-11-21T00:00:00Z',
    },
    spec: {
      entrypoint: 'main',
      ...(parallelism ? { parallelism } : {}),
      templates: [
        {
          name: 'main',
          steps: [
            [
              {
                name: 'each',
                template: 'q',
                withSequence: { count: '5000' },
                ...(item
                  ? {
                      arguments: {
                        parameters: [{ name: 'n', value: '{{item}}' }],
                      },
                    }
                  : {}),
              },
            ],
            [
              {
                name: 'join',
                template: 'q',
                ...(item
                  ? { arguments: { parameters: [{ name: 'n', value: 'x' }] } }
                  : {}),
              },
            ],
          ],
        },
        {
          name: 'q',
          ...(item ? { inputs: { parameters: [{ name: 'n' }] } } : {}),
          metadata: { annotations: { 'sim/duration': dur } },
          container: {
            image: 'alpine',
            command: ['sh'],
            args: item ? ['{{inputs.parameters.n}}'] : [],
          },
        },
      ],
    },
  };
}
for (const [p, d, item] of [
  [undefined, '20-40', false],
  [100, '20-40', false],
  [100, '20-40', true],
  [50, '60', true],
] as const) {
  for (const r of [1, 2])
    it(`bench ${p} ${d} ${item} ${r}`, () => {
      let t = performance.now();
      const lap = () => {
        const x = performance.now() - t;
        t = performance.now();
        return x.toFixed(1);
      };
      const out: string[] = [];
      const sim = WorkflowSimulation.create({
        workflow: wf(p, d, item),
        timing: { requeueMs: 1000 },
      });
      sim.advance(start + 10 * 3600_000);
      out.push(`full ${lap()}`);
      const s = sim.snapshot();
      out.push(`snapshot ${lap()}`);
      const st = s.status;
      out.push(`status ${lap()} ${Object.keys(st).join(',')}`);
      s.events.length;
      out.push(`events ${s.events.length} ${lap()}`);
      const s2 = WorkflowSimulation.create({
        workflow: wf(p, d, item),
        timing: { requeueMs: 1000 },
      });
      lap();
      let n = 0,
        adv = 0,
        snap = 0,
        pods = 0;
      for (let now = start; now < start + 600_000; now += 1000) {
        let a = performance.now();
        const c = s2.advance(now);
        adv += performance.now() - a;
        a = performance.now();
        if (c.workflow) {
          s2.snapshot().status;
          n++;
        }
        snap += performance.now() - a;
        a = performance.now();
        c.pods.length;
        pods += performance.now() - a;
      }
      out.push(
        `steps: adv ${(adv / 600).toFixed(2)} snap ${(snap / n).toFixed(
          2,
        )} pods ${(pods / 600).toFixed(2)} each`,
      );
      console.log(p, d, item, out.join(' | '));
    });
}
