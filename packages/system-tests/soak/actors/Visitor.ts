import { z } from 'zod';
import type { Portal } from '../Portal';
import type { Random } from '../Random';
import type { Tally } from '../Tally';
import { type Actor, pause } from './Actor';

const PLANES = '/api/planes/planes';
const RUNS = '/api/workflow-runs/runs';
const pageSchema = z.object({
  items: z.array(z.object({ uid: z.string(), title: z.string().optional() })),
});
const timelineSchema = z.object({
  nodes: z.array(z.object({ id: z.string(), type: z.string() })).optional(),
});
/** How often a page that shows something live asks for it again. */
const POLLS = 3;
const POLL_MS = 300;

/** Looks at one page after the other, asking what the pages ask, and leaves some of them before they have answered. */
export class Visitor implements Actor {
  readonly every = [50, 300] as const;
  readonly #portal: Portal;
  readonly #tally: Tally;

  constructor(portal: Portal, tally: Tally) {
    this.#portal = portal;
    this.#tally = tally;
  }

  async act(random: Random, signal: AbortSignal): Promise<void> {
    const leaving = new AbortController();
    const isHasty = random.chance(0.2);
    const timer = isHasty
      ? setTimeout(() => leaving.abort(), random.between(1, 400))
      : undefined;
    const ends = AbortSignal.any([signal, leaving.signal]);
    const visits = [
      () => this.#fleet(ends),
      () => this.#plane(random, ends),
      () => this.#run(random, ends),
      () => this.#otherPages(random, ends),
    ];
    this.#tally.count('page visits');
    await random.pick(visits)?.();
    clearTimeout(timer);
  }

  async #fleet(signal: AbortSignal): Promise<void> {
    let etag = '';
    for (let poll = 0; poll < POLLS && !signal.aborted; poll++) {
      const answer = await this.#portal.send(`${PLANES}?limit=100`, {
        signal,
        headers: etag ? { 'If-None-Match': etag } : {},
      });
      etag = answer?.headers.etag ?? '';
      await pause(POLL_MS, signal);
    }
  }

  async #plane(random: Random, signal: AbortSignal): Promise<void> {
    const { uid } = (await this.#pick(PLANES, random, signal)) ?? {};
    if (uid === undefined) {
      return;
    }
    const path = `${PLANES}/${uid}`;
    await this.#askAll(
      [
        path,
        `${path}/history?window=24h`,
        `${path}/dependents`,
        `${path}/connection-test`,
        `/api/catalog/entities?filter=metadata.annotations.openchoreo.dev/plane-uid=${uid}`,
      ],
      signal,
    );
    if (random.chance(0.3)) {
      this.#tally.count('connection tests');
      await this.#portal.send(`${path}/connection-test`, {
        method: 'POST',
        body: {},
        headers: { Accept: 'text/event-stream' },
        signal,
      });
    }
  }

  async #run(random: Random, signal: AbortSignal): Promise<void> {
    const { uid } = (await this.#pick(RUNS, random, signal)) ?? {};
    if (uid === undefined) {
      return;
    }
    const path = `${RUNS}/${uid}`;
    await this.#askAll([path, `${path}/baseline`, `${path}/events`], signal);
    for (let poll = 0; poll < POLLS && !signal.aborted; poll++) {
      const body = await this.#portal.read(`${path}/timeline`, { signal });
      const nodes = timelineSchema.safeParse(body).data?.nodes ?? [];
      const pod = random.pick(nodes.filter(({ type }) => type === 'Pod'));
      if (pod) {
        const node = `${path}/nodes/${encodeURIComponent(pod.id)}`;
        await this.#askAll([node, `${node}/logs`], signal);
      }
      await pause(POLL_MS, signal);
    }
  }

  async #otherPages(random: Random, signal: AbortSignal): Promise<void> {
    await this.#askAll(
      [
        '/api/catalog/entities/by-query?filter=kind=resource&limit=20',
        `/api/search/query?term=${random.pick(['data', 'edge', 'acme'])}`,
        '/api/kubernetes/clusters',
        '/api/notifications?limit=10',
        '/api/planes/kinds?controlPlane=default',
        `${RUNS}?phase=Running,Pending`,
      ],
      signal,
    );
  }

  async #pick(path: string, random: Random, signal: AbortSignal) {
    const page = await this.#portal.read(`${path}?limit=100`, { signal });
    return random.pick(pageSchema.safeParse(page).data?.items ?? []);
  }

  async #askAll(paths: readonly string[], signal: AbortSignal): Promise<void> {
    await Promise.all(paths.map(path => this.#portal.send(path, { signal })));
  }
}
