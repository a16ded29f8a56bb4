import {
  type AgentLiveness,
  type Plane,
  planeState,
  type PlaneSummary,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type {
  PlaneInventory,
  PlanesConfig,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import type { CurrentFleet } from './CurrentFleet';
import { lazyFindings } from './lazyFindings';
import type { PlaneLinks } from './PlaneLinks';
import { sourceFinder } from './sourceFinder';
import { summarizePlane, type SummaryFacts } from './summarizePlane';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** What {@link PlaneSummaries} needs. */
export interface PlaneSummariesOptions {
  readonly inventory: PlaneInventory;
  readonly fleet: CurrentFleet;
  readonly links: PlaneLinks;
  readonly config: Pick<PlanesConfig, 'staleAfterMs'>;
  /** The entity reference of a plane's owner. */
  readonly ownerOf: (plane: Plane) => string;
}

/** A plane and its summary. */
export interface SummarizedPlane {
  readonly plane: Plane;
  readonly summary: PlaneSummary;
}

interface Entry extends SummarizedPlane {
  readonly liveness: AgentLiveness | undefined;
  /** From this second to the end of that one, nothing but a change of the inventory makes it another summary. */
  readonly fromSecond: number;
  readonly toSecond: number;
}

/**
 * The summaries of all planes. States are true to the second, findings to the minute.
 *
 * @remarks
 * Lists of ten thousand planes are asked for many times a second, and between any two of them a heartbeat changes some
 * plane. So each summary is kept until its own plane changes, or time may have changed it; its findings, which depend on
 * the planes around it, look after themselves.
 */
export class PlaneSummaries {
  readonly #options: PlaneSummariesOptions;
  readonly #entries = new WeakMap<Plane, Entry>();
  #current:
    | { readonly key: string; readonly items: readonly SummarizedPlane[] }
    | undefined;

  constructor(options: PlaneSummariesOptions) {
    this.#options = options;
  }

  /** The same array as before while nothing changes and the second lasts. */
  all(now: Date): readonly SummarizedPlane[] {
    const { inventory } = this.#options;
    const { planes, sources, revision } = inventory.snapshot();
    const second = Math.floor(now.getTime() / SECOND_MS);
    const key = `${revision}/${second}`;
    if (this.#current?.key !== key) {
      const findSource = sourceFinder(sources);
      const items = planes.map(plane => {
        const source = findSource(plane.ref)?.state ?? 'syncing';
        const liveness = inventory.livenessOf(plane.ref);
        const known = this.#entries.get(plane);
        return known &&
          known.summary.source === source &&
          known.fromSecond <= second &&
          second <= known.toSecond &&
          isSameLiveness(known.liveness, liveness)
          ? known
          : this.#compute(plane, { liveness, source, now });
      });
      this.#current = { key, items };
    }
    return this.#current.items;
  }

  #compute(
    plane: Plane,
    facts: Pick<SummaryFacts, 'liveness' | 'source' | 'now'>,
  ): Entry {
    const { config, fleet, links, ownerOf } = this.#options;
    const { staleAfterMs } = config;
    const { liveness, now } = facts;
    const summary = summarizePlane(plane, {
      ...facts,
      staleAfterMs,
      links,
      owner: ownerOf(plane),
      findings: lazyFindings(plane, { fleet, now }),
    });
    // By time alone states only age, in one direction: what is the same in a minute is the same until then.
    const inAMinute = new Date(now.getTime() + MINUTE_MS);
    const later = planeState(plane, inAMinute, { staleAfterMs, liveness });
    const isLasting = later.state === summary.state.state;
    const fromSecond = Math.floor(now.getTime() / SECOND_MS);
    const toSecond = isLasting ? fromSecond + 59 : fromSecond;
    const entry = { plane, summary, liveness, fromSecond, toSecond };
    this.#entries.set(plane, entry);
    return entry;
  }
}

/** Whether two answers of a gateway say the same, whenever they were given. */
function isSameLiveness(
  a: AgentLiveness | undefined,
  b: AgentLiveness | undefined,
): boolean {
  return (
    a === b ||
    (a !== undefined &&
      b !== undefined &&
      a.connected === b.connected &&
      a.connectedAgents === b.connectedAgents &&
      a.lastSeen === b.lastSeen &&
      a.since === b.since &&
      a.authorised === b.authorised)
  );
}
