import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  type ConnectionTestReport,
  connectionTestReportSchema,
  type Plane,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { Knex } from 'knex';

const TABLE = 'connection_tests';

interface Row {
  readonly plane_uid: string;
  readonly control_plane: string;
  readonly finished_at_ms: number;
  readonly cluster_uid: string | null;
  readonly cluster_version: string | null;
  readonly report: string;
}

/** Which cluster a plane was seen in. */
export interface ClusterIdentity {
  /** The UID of namespace `kube-system`. */
  readonly uid: string;
  readonly version?: string;
}

/** Keeps the last connection test of each plane in the database. */
export class ConnectionTestStore {
  readonly #db: Knex;
  readonly #logger: LoggerService;

  constructor(options: { db: Knex; logger: LoggerService }) {
    this.#db = options.db;
    this.#logger = options.logger;
  }

  /**
   * Stores a report in place of an earlier one.
   *
   * @remarks
   * What an earlier test learned about the cluster stays where this one could not learn it.
   */
  async save(plane: Plane, report: ConnectionTestReport): Promise<void> {
    const { uid, version } = report.cluster ?? {};
    const row = {
      plane_uid: plane.uid,
      control_plane: plane.ref.controlPlane,
      finished_at_ms: Date.parse(report.finishedAt),
      report: JSON.stringify(report),
      ...(uid !== undefined && { cluster_uid: uid }),
      ...(version !== undefined && { cluster_version: version }),
    };
    await this.#db<Row>(TABLE)
      .insert(row)
      .onConflict('plane_uid')
      .merge()
      // Another replica may have finished a later test first.
      .where(`${TABLE}.finished_at_ms`, '<=', row.finished_at_ms);
  }

  /** The last report of a plane; undefined where there is none that can be read. */
  async get(planeUid: string): Promise<ConnectionTestReport | undefined> {
    const row = await this.#db<Row>(TABLE)
      .where({ plane_uid: planeUid })
      .first('report');
    if (!row) {
      return undefined;
    }
    const report = connectionTestReportSchema.safeParse(parseJson(row.report));
    if (!report.success) {
      this.#logger.warn('A stored connection test cannot be read', {
        planeUid,
      });
    }
    return report.data;
  }

  /** The clusters that planes were seen in, by the planes' uids. */
  async clusters(): Promise<Map<string, ClusterIdentity>> {
    const rows = await this.#db<Row>(TABLE)
      .whereNotNull('cluster_uid')
      .select('plane_uid', 'cluster_uid', 'cluster_version');
    return new Map(
      rows.flatMap(({ plane_uid, cluster_uid: uid, cluster_version }) =>
        uid === null
          ? []
          : [[plane_uid, { uid, version: cluster_version ?? undefined }]],
      ),
    );
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
