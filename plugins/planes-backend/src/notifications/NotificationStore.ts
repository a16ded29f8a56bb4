import type { Knex } from 'knex';
import { z } from 'zod';
import type { Occasion } from './occasions';

const TABLE = 'plane_notifications';
/** How long a replica may take to notify; a replica that is killed meanwhile is replaced by another after that. */
const CLAIM_MS = 60_000;

const lossesSchema = z.array(
  z.object({
    plane_uid: z.string(),
    occasion: z.string(),
    claimed_until_ms: z.coerce.number().nullable(),
  }),
);

/** That one replica has it in hand to notify about an occasion. */
export interface Claim {
  readonly occasion: Occasion;
  /** Tells this claim from a later one. */
  readonly untilMs: number;
}

/** A loss whose end was not notified. */
export interface OpenLoss {
  readonly key: string;
  /** False where a replica set out to notify about it and did not come back: it may have done so or not. */
  readonly isTold: boolean;
}

/** What was notified, in the database. */
export class NotificationStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The losses whose ends were not notified, by plane. */
  async openLosses(now: Date): Promise<Map<string, OpenLoss>> {
    const rows: unknown = await this.#knex({ lost: TABLE })
      .leftJoin({ back: TABLE }, join =>
        join
          .on('back.plane_uid', 'lost.plane_uid')
          .andOn('back.occasion', 'lost.occasion')
          .andOnVal('back.topic', 'agent-back')
          .andOnNull('back.claimed_until_ms'),
      )
      .where('lost.topic', 'agent-lost')
      .whereNull('back.plane_uid')
      // What a replica has in hand is not said yet, and may not be said after its end.
      .where(free =>
        free
          .whereNull('lost.claimed_until_ms')
          .orWhere('lost.claimed_until_ms', '<=', now.getTime()),
      )
      .orderBy('lost.occasion')
      .select('lost.plane_uid', 'lost.occasion', 'lost.claimed_until_ms');
    return new Map(
      lossesSchema
        .parse(rows)
        .map(row => [
          row.plane_uid,
          { key: row.occasion, isTold: row.claimed_until_ms === null },
        ]),
    );
  }

  /**
   * Takes it in hand to notify about an occasion.
   *
   * @returns undefined where that was done before, or another replica has it in hand
   */
  async claim(occasion: Occasion, now: Date): Promise<Claim | undefined> {
    const nowMs = now.getTime();
    const untilMs = nowMs + CLAIM_MS;
    const rows: unknown[] = await this.#knex(TABLE)
      .insert({ ...toKey(occasion), at_ms: nowMs, claimed_until_ms: untilMs })
      .onConflict(['plane_uid', 'topic', 'occasion'])
      .merge(['at_ms', 'claimed_until_ms'])
      .where(`${TABLE}.claimed_until_ms`, '<=', nowMs)
      .returning('plane_uid');
    if (rows.length === 0) {
      return undefined;
    }
    // Of an earlier occasion that a replica did not come back from there is nothing to say any more.
    const { planeUid: plane_uid, topic } = occasion;
    await this.#knex(TABLE)
      .where({ plane_uid, topic })
      .where('claimed_until_ms', '<=', nowMs)
      .delete();
    return { occasion, untilMs };
  }

  /** Whether an occasion was notified about. */
  async isTold(occasion: Occasion): Promise<boolean> {
    const row: unknown = await this.#knex(TABLE)
      .where(toKey(occasion))
      .whereNull('claimed_until_ms')
      .first('plane_uid');
    return row !== undefined;
  }

  /** It is done. */
  async settle(claim: Claim): Promise<void> {
    await this.#claimed(claim).update({ claimed_until_ms: null });
  }

  /** Leaves it to whoever claims it next. */
  async release(claim: Claim): Promise<void> {
    await this.#claimed(claim).delete();
  }

  #claimed({ occasion, untilMs }: Claim): Knex.QueryBuilder {
    return this.#knex(TABLE).where({
      ...toKey(occasion),
      claimed_until_ms: untilMs,
    });
  }
}

function toKey({ planeUid, topic, key }: Occasion) {
  return { plane_uid: planeUid, topic, occasion: key };
}
