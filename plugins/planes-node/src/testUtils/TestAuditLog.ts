import type {
  AuditorServiceCreateEventOptions,
  AuditorServiceEvent,
} from '@backstage/backend-plugin-api';

/** What was written to the audit log about one event. @public */
export interface AuditRecord {
  readonly eventId: string;
  readonly severityLevel?: string;
  readonly meta: object;
  outcome?: 'success' | 'fail';
}

/** An audit log that a test can look into. @public */
export class TestAuditLog {
  readonly records: AuditRecord[] = [];

  /** For `mockServices.auditor.mock`. */
  readonly createEvent = async (
    options: AuditorServiceCreateEventOptions,
  ): Promise<AuditorServiceEvent> => {
    const { eventId, severityLevel, meta = {} } = options;
    const record: AuditRecord = { eventId, severityLevel, meta: { ...meta } };
    this.records.push(record);
    return {
      success: async more => {
        Object.assign(record.meta, more?.meta);
        record.outcome = 'success';
      },
      fail: async () => {
        record.outcome = 'fail';
      },
    };
  };
}
