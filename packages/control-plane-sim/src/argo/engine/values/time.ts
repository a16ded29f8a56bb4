import { timestamp } from '../../../objects/ApiObject';

/** A time in the form of Kubernetes: whole seconds, never rounded up. */
export function toTimestamp(milliseconds: number): string {
  return timestamp(new Date(milliseconds));
}
