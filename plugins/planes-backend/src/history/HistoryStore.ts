import type { Knex } from 'knex';
import { z } from 'zod';
import { chunks } from './chunks';
import {
  currentStateRowSchema,
  toCurrentStateRow,
  toTransitionRow,
  transitionRowSchema,
} from './rows';
import type { CurrentState, RecordedTransition } from './types';

const CURRENT = 'plane_current_states';
const TRANSITIONS = 'plane_transitions';
const RECORDERS = 'history_recorders';

/** Planes in one statement; databases limit the number of its parameters. */
const PLANES_PER_STATEMENT = 500;
/** Planes in one transaction, so that replicas do not wait long for one another. */
const PLANES_PER_TRANSACTION = 200;

const writtenSchema = z.array(z.object({ plane_uid: z.string() }));
const recordersSchema = z.array(
  z.object({ recorder: z.string(), alive_at_ms: z.coerce.number() }),
);
const sequencesSchema = z.array(
  z.object({ plane_uid: z.string(), sequence: z.coerce.number() }),
);

/** The history of planes in the database: SQL, and nothing that decides. */
export class HistoryStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** What is recorded of these planes, or of all. */
  async currentStates(uids?: readonly string[]): Promise<CurrentState[]> {
    const rows: unknown[] = await this.#ofPlanes(uids, chunk => {
      const query = this.#knex(CURRENT).select();
      return chunk ? query.whereIn('plane_uid', chunk) : query;
    });
    return rows.map(row => currentStateRowSchema.parse(row));
  }

  /**
   * Records states, each with its transition, if the plane's transition before is still the last one.
   *
   * @param states - at most one of each plane
   * @returns the planes that were recorded; another replica was faster with the rest
   */
  async record(states: readonly CurrentState[]): Promise<Set<string>> {
    // In the order of their keys, so that two replicas never wait for each other's rows in a circle.
    const sorted = states.toSorted((a, b) =>
      a.planeUid < b.planeUid ? -1 : 1,
    );
    const recorded = new Set<string>();
    for (const chunk of chunks(sorted, PLANES_PER_TRANSACTION)) {
      const written = await this.#knex.transaction(async trx => {
        const uids = await this.#write(trx, chunk);
        const transitions = chunk
          .filter(({ planeUid }) => uids.has(planeUid))
          .map(toTransitionRow);
        if (transitions.length > 0) {
          await trx(TRANSITIONS).insert(transitions);
        }
        return uids;
      });
      for (const uid of written) {
        recorded.add(uid);
      }
    }
    return recorded;
  }

  /** The transitions since a moment and the one before it, of these planes or of all; each plane's in order. */
  async transitionsSince(
    fromMs: number,
    uids?: readonly string[],
  ): Promise<RecordedTransition[]> {
    const rows: unknown[] = await this.#ofPlanes(uids, async chunk => {
      const within = this.#knex(TRANSITIONS).where('at_ms', '>=', fromMs);
      const only = (query: Knex.QueryBuilder) =>
        chunk ? query.whereIn('plane_uid', chunk) : query;
      const since = only(within.clone().select());
      const first = only(within.clone())
        .select('plane_uid')
        .min({ first: 'sequence' })
        .groupBy('plane_uid')
        .as('f');
      const before = this.#knex({ t: TRANSITIONS })
        .select('t.*')
        .join(first, join =>
          join
            .on('t.plane_uid', 'f.plane_uid')
            .andOn('t.sequence', this.#knex.raw('f.first - 1')),
        );
      const unchanged = only(this.#knex(CURRENT))
        .where('since_ms', '<', fromMs)
        .select('plane_uid', 'sequence', 'state', 'reason', {
          at_ms: 'since_ms',
        });
      // In this order nothing is missed that is written in between; it may come twice.
      return [...(await unchanged), ...(await since), ...(await before)];
    });
    return inOrder(rows.map(row => transitionRowSchema.parse(row)));
  }

  /** The number of the last transition of every plane that is not removed. */
  async sequences(): Promise<Map<string, number>> {
    const rows: unknown = await this.#knex(CURRENT)
      .whereNull('removed_at_ms')
      .select('plane_uid', 'sequence');
    return new Map(
      sequencesSchema.parse(rows).map(row => [row.plane_uid, row.sequence]),
    );
  }

  /** When each recorder last watched, by its id. */
  async aliveTimes(): Promise<Map<string, number>> {
    const rows: unknown = await this.#knex(RECORDERS).select();
    return new Map(
      recordersSchema
        .parse(rows)
        .map(({ recorder, alive_at_ms: aliveMs }) => [recorder, aliveMs]),
    );
  }

  async keepAlive(recorder: string, aliveMs: number): Promise<void> {
    await this.#knex(RECORDERS)
      .insert({ recorder, alive_at_ms: aliveMs })
      .onConflict('recorder')
      .merge();
  }

  /** Asks for a limited number of planes at a time; once for all planes where none are named. */
  async #ofPlanes<Row>(
    uids: readonly string[] | undefined,
    query: (uids: readonly string[] | undefined) => PromiseLike<Row[]>,
  ): Promise<Row[]> {
    if (!uids) {
      return await query(undefined);
    }
    const rows: Row[][] = [];
    for (const chunk of chunks(uids, PLANES_PER_STATEMENT)) {
      rows.push(await query(chunk));
    }
    return rows.flat();
  }

  /** Compares and swaps: a row moves only from the transition before to this one. */
  async #write(
    trx: Knex.Transaction,
    states: readonly CurrentState[],
  ): Promise<Set<string>> {
    const rows: unknown = await trx(CURRENT)
      .insert(states.map(toCurrentStateRow))
      .onConflict('plane_uid')
      .merge()
      .where(trx.raw('??.sequence = excluded.sequence - 1', [CURRENT]))
      .returning('plane_uid');
    return new Set(writtenSchema.parse(rows).map(row => row.plane_uid));
  }
}

function inOrder(
  transitions: readonly RecordedTransition[],
): RecordedTransition[] {
  const unique = new Map(
    transitions.map(transition => [
      `${transition.planeUid}/${transition.sequence}`,
      transition,
    ]),
  );
  return [...unique.values()].sort((a, b) => a.sequence - b.sequence);
}
