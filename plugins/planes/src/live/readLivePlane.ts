import {
  PlaneResponse,
  PlaneView,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  Polled,
  RefusalStatus,
  refusalStatus,
} from '@openchoreo-planes/backstage-plugin-planes-react';

/** What a card can show of a plane. */
export type LivePlane =
  | { status: 'loading' }
  /** There is nothing to show, and this is why. */
  | { status: RefusalStatus; error: Error }
  | {
      status: 'ready';
      view: PlaneView;
      /** When the view came, in milliseconds of this browser's clock. */
      updatedAt: number;
      /** Why the view could not be renewed since. */
      error?: Error;
    };

/** A refusal replaces what was shown before; a failure does not, since that may still be true. */
export function readLivePlane(polled: Polled<PlaneResponse>): LivePlane {
  const { value, updatedAt, error } = polled;
  const refusal = error && refusalStatus(error);
  if (error && refusal && (refusal !== 'unavailable' || !value)) {
    return { status: refusal, error };
  }
  if (!value || updatedAt === undefined) {
    return { status: 'loading' };
  }
  return { status: 'ready', view: value.item, updatedAt, error };
}
