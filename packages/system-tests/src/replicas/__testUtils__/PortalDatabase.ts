import type { Knex } from 'knex';
import { z } from 'zod';

const transitionsSchema = z.array(
  z.object({ plane_uid: z.string(), state: z.string() }),
);
const notificationsSchema = z.array(
  z.object({ scope: z.string(), title: z.string(), user: z.string() }),
);

/** A new plane is in one of these until its controller has looked at it, which a replica may see or not. */
const BEFORE_ITS_CONTROLLER = new Set(['not-accepted', 'never-connected']);

/** What the replicas of a portal have in their database, past all of them. */
export class PortalDatabase {
  readonly #knex: Knex;

  /** @param knex - a database in which each plugin has a schema of its own */
  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The states of each plane since its controller knows it, in the order of their transitions, by its uid. */
  async states(): Promise<Record<string, string[]>> {
    const rows: unknown = await this.#knex('planes.plane_transitions')
      .orderBy('sequence')
      .select('plane_uid', 'state');
    const states: Record<string, string[]> = {};
    for (const { plane_uid, state } of transitionsSchema.parse(rows)) {
      const ofPlane = (states[plane_uid] ??= []);
      if (ofPlane.length > 0 || !BEFORE_ITS_CONTROLLER.has(state)) {
        ofPlane.push(state);
      }
    }
    return states;
  }

  async transitionCount(): Promise<number> {
    return Object.values(await this.states()).flat().length;
  }

  /** The titles of notifications by the plane that they are about; several of one plane joined, since there is to be one. */
  async told(): Promise<Record<string, string>> {
    const rows: unknown = await this.#knex('notifications.notification').select(
      'scope',
      'title',
      'user',
    );
    const told: Record<string, string> = {};
    for (const { scope, title } of notificationsSchema.parse(rows)) {
      const [uid] = scope.split('/');
      told[uid] = uid in told ? `${told[uid]} + ${title}` : title;
    }
    return told;
  }
}
