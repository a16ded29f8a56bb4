import type { Knex } from 'knex';

const RECORDER_KEPT_MS = 24 * 60 * 60_000;

/** Deletes what is older than the retention. */
export class HistoryCleaner {
  readonly #knex: Knex;
  readonly #clock: () => Date;
  readonly #retentionMs: number;

  constructor(options: { knex: Knex; clock: () => Date; retentionMs: number }) {
    this.#knex = options.knex;
    this.#clock = options.clock;
    this.#retentionMs = options.retentionMs;
  }

  /** Keeps each plane's last transition before the cutoff: it tells the state at the beginning of what is kept. */
  async clean(): Promise<void> {
    const knex = this.#knex;
    const nowMs = this.#clock().getTime();
    const cutoff = nowMs - this.#retentionMs;
    await knex('plane_transitions')
      .where('at_ms', '<', cutoff)
      .whereExists(
        knex({ later: 'plane_transitions' })
          .where('later.plane_uid', knex.ref('plane_transitions.plane_uid'))
          .where('later.sequence', knex.raw('plane_transitions.sequence + 1'))
          .where('later.at_ms', '<', cutoff),
      )
      .delete();
    await this.#deletePlanes(cutoff);
    // The last sign of life of all is kept: after a long downtime it tells since when nobody watched.
    await knex('history_recorders')
      .where('alive_at_ms', '<', nowMs - RECORDER_KEPT_MS)
      .where('alive_at_ms', '<', knex('history_recorders').max('alive_at_ms'))
      .delete();
  }

  /** Planes that were removed before the cutoff, with all that is kept of them. */
  async #deletePlanes(cutoff: number): Promise<void> {
    await this.#knex.transaction(async trx => {
      const removed = trx('plane_current_states')
        .where('removed_at_ms', '<', cutoff)
        .select('plane_uid');
      for (const table of [
        'plane_transitions',
        'plane_notifications',
        'connection_tests',
      ]) {
        await trx(table).whereIn('plane_uid', removed.clone()).delete();
      }
      await trx('plane_current_states')
        .where('removed_at_ms', '<', cutoff)
        .delete();
    });
  }
}
