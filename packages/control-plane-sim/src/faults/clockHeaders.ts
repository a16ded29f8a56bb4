import { FaultPlan } from './FaultRules';

/** What an answer says of the time, where the clock of the server is off. */
export function clockHeaders({ aheadMs }: Pick<FaultPlan, 'aheadMs'>): {
  date?: string;
} {
  return aheadMs === 0
    ? {}
    : { date: new Date(Date.now() + aheadMs).toUTCString() };
}
