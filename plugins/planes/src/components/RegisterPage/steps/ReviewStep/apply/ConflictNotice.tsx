import { Notice } from '@openchoreo-planes/backstage-plugin-planes-react';

/** Somebody else was faster. */
export function ConflictNotice() {
  return (
    <Notice
      severity="warning"
      title="Somebody else has changed the plane since you began"
    >
      Nothing was written. Look at both sides and decide which values to keep.
    </Notice>
  );
}
