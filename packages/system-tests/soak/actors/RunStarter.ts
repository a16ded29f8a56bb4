import type { ControlPlane } from '../ControlPlane';
import type { Random } from '../Random';
import type { Tally } from '../Tally';
import type { Actor } from './Actor';

const NAMESPACE = 'default';
/** Older ones are deleted, so that there are always as many. */
const KEPT = 15;

/** Starts workflow runs, and deletes old ones. */
export class RunStarter implements Actor {
  readonly every = [300, 1_500] as const;
  readonly #controlPlane: ControlPlane;
  readonly #tally: Tally;
  readonly #names: string[] = [];
  #count = 0;

  constructor(controlPlane: ControlPlane, tally: Tally) {
    this.#controlPlane = controlPlane;
    this.#tally = tally;
  }

  async act(random: Random): Promise<void> {
    const { client, world } = this.#controlPlane;
    // The saboteur may have stopped it just now.
    await world.server.startServer();
    this.#count += 1;
    const name = `soak-${this.#count}-${Math.floor(random.next() * 1e6)}`;
    await client.create({
      apiVersion: 'openchoreo.dev/v1alpha1',
      kind: 'WorkflowRun',
      metadata: { name, namespace: NAMESPACE },
      spec: { workflow: { kind: 'Workflow', name: 'cleanup' } },
    });
    this.#tally.count('runs started');
    this.#names.push(name);
    const oldest = this.#names.length > KEPT ? this.#names.shift() : undefined;
    if (oldest) {
      await client.delete({
        plural: 'workflowruns',
        namespace: NAMESPACE,
        name: oldest,
      });
    }
  }
}
