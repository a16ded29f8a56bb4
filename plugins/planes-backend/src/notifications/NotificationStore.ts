import type { Knex } from 'knex';
import { z } from 'zod';
import type { Occasion } from './occasions';

const TABLE = 'plane_notifications';

const lossesSchema = z.array(
  z.object({ plane_uid: z.string(), occasion: z.string() }),
);

/** What was notified, in the database. */
export class NotificationStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The keys of losses that were notified while their ends were not, by plane. */
  async openLosses(): Promise<Map<string, string>> {
    const rows: unknown = await this.#knex({ lost: TABLE })
      .leftJoin({ back: TABLE }, join =>
        join
          .on('back.plane_uid', 'lost.plane_uid')
          .andOn('back.occasion', 'lost.occasion')
          .andOnVal('back.topic', 'agent-back'),
      )
      .where('lost.topic', 'agent-lost')
      .whereNull('back.plane_uid')
      .select('lost.plane_uid', 'lost.occasion');
    return new Map(
      lossesSchema.parse(rows).map(row => [row.plane_uid, row.occasion]),
    );
  }

  /**
   * Takes it on to notify about an occasion.
   *
   * @returns false where that was done before, or another replica does
   */
  async claim(occasion: Occasion, now: Date): Promise<boolean> {
    const rows: unknown[] = await this.#knex(TABLE)
      .insert({ ...toKey(occasion), at_ms: now.getTime() })
      .onConflict(['plane_uid', 'topic', 'occasion'])
      .ignore()
      .returning('plane_uid');
    return rows.length > 0;
  }

  /** Leaves it to whoever claims it next. */
  async release(occasion: Occasion): Promise<void> {
    await this.#knex(TABLE).where(toKey(occasion)).delete();
  }
}

function toKey({ planeUid, topic, key }: Occasion) {
  return { plane_uid: planeUid, topic, occasion: key };
}
