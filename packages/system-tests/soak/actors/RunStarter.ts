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
    this.#count += 1;
    const name = `soak-${this.#count}-${Math.floor(random.next() * 1e6)}`;
    try {
      await this.#start(name);
    } catch (error) {
      if (error instanceof Error && 'code' in error) {
        // The saboteur has killed the API server just now.
        this.#tally.count('runs that could not be started');
        return;
      }
      throw error;
    }
  }

  async #start(name: string): Promise<void> {
    const { client } = this.#controlPlane;
    await client.create({
      apiVersion: 'openchoreo.dev/v1alpha1',
      kind: 'WorkflowRun',
      metadata: { name, namespace: NAMESPACE },
      spec: { workflow: { kind: 'Workflow', name: 'cleanup' } },
    });
    this.#tally.count('runs started');
    this.#names.push(name);
    const [oldest] = this.#names;
    if (this.#names.length > KEPT) {
      await client.delete({
        plural: 'workflowruns',
        namespace: NAMESPACE,
        name: oldest,
      });
      this.#names.shift();
    }
  }
}
