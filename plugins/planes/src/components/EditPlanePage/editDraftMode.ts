import { RegistrationValues } from '@openchoreo-planes/backstage-plugin-planes-common';

/** A short number that differs where the text does, as good as always. */
function digest(text: string): string {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  }
  return (hash >>> 0).toString(36);
}

/**
 * What tells the draft of a change from other drafts.
 *
 * @remarks
 * A draft is only good for the values that it started from: with others it would silently undo what others have changed.
 * The resource's version does not serve for that, since every heartbeat of the agent changes it.
 */
export function editDraftMode(
  uid: string,
  original: RegistrationValues,
): string {
  const values = Object.entries(original).sort(([a], [b]) => (a < b ? -1 : 1));
  return `edit:${uid}:${digest(JSON.stringify(values))}`;
}
