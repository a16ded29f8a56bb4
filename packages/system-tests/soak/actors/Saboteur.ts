import type { ControlPlane } from '../ControlPlane';
import type { Random } from '../Random';
import type { Tally } from '../Tally';
import { type Actor, pause } from './Actor';

const PLURALS = ['dataplanes', 'workflowplanes', 'workflowruns', undefined];
const STATUSES = [401, 403, 404, 410, 429, 500, 503, 504];

/** Breaks what is between a control plane and the portal: mostly watches, now and then more. */
export class Saboteur implements Actor {
  readonly every = [50, 400] as const;
  readonly #controlPlane: ControlPlane;
  readonly #tally: Tally;

  constructor(controlPlane: ControlPlane, tally: Tally) {
    this.#controlPlane = controlPlane;
    this.#tally = tally;
  }

  async act(random: Random, signal: AbortSignal): Promise<void> {
    const { proxy, server } = this.#controlPlane.world;
    const { faults } = proxy;
    const plural = random.pick(PLURALS);
    const target = plural === undefined ? {} : { plural };
    const dice = random.next();
    if (dice < 0.75) {
      this.#note('watches dropped');
      faults.dropWatches(target);
    } else if (dice < 0.85) {
      const status = random.pick(STATUSES) ?? 503;
      await this.#lasting('refusals', random, signal, () =>
        faults.fail(target, status),
      );
    } else if (dice < 0.9) {
      const how = random.chance(0.5) ? 'cut' : 'not-json';
      await this.#lasting('garbled answers', random, signal, () =>
        faults.garble(target, how),
      );
    } else if (dice < 0.93) {
      const remove = faults.hang({ ...target, verb: 'list' });
      faults.dropWatches(target);
      await this.#lasting('answers that hang', random, signal, () => remove);
    } else if (dice < 0.96) {
      await this.#lasting('malformed resources', random, signal, () =>
        faults.inject('dataplanes', { kind: 'DataPlane', spec: 'nonsense' }),
      );
    } else if (dice < 0.98) {
      this.#note('compactions');
      await server.compact();
      faults.dropWatches();
    } else if (dice < 0.99) {
      this.#note('API servers killed');
      await server.stopServer();
      await pause(random.between(100, 1_500), signal);
      await server.startServer();
    } else {
      this.#note('certificates replaced');
      await proxy.replaceCertificate();
      await pause(random.between(100, 1_000), signal);
      await proxy.writeKubeconfig(server.adminToken);
    }
  }

  async #lasting(
    what: string,
    random: Random,
    signal: AbortSignal,
    begin: () => () => void,
  ): Promise<void> {
    this.#note(what);
    const end = begin();
    this.#controlPlane.world.proxy.faults.dropWatches();
    await pause(random.between(100, 1_500), signal);
    end();
  }

  #note(what: string): void {
    this.#tally.count(`faults: ${what}`);
  }
}
