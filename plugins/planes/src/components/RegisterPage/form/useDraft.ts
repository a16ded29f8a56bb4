import { RegistrationValues } from '@openchoreo-planes/backstage-plugin-planes-common';
import { useCallback, useEffect, useState } from 'react';
import { Draft, readDraft, removeDraft, writeDraft } from './draft';
import { InstallationValues } from './RegistrationForm';

/** The draft with which a form begins, where it may. */
export function useRestoredDraft(
  key: string,
  allowed: boolean,
): Draft | undefined {
  const [restored] = useState(() => (allowed ? readDraft(key) : undefined));
  return restored;
}

/**
 * Keeps what is typed, for as long as it differs from what the form began with.
 *
 * @returns forgets what is kept
 */
export function useKeepDraft(
  key: string,
  options: {
    values: RegistrationValues;
    installation: InstallationValues;
    dirty: boolean;
    /** What is kept already. */
    restored?: Draft;
  },
): () => void {
  const { values, installation, dirty, restored } = options;
  useEffect(() => {
    if (dirty && values === restored?.values) {
      // Its age tells when it was typed.
      return;
    }
    if (dirty) {
      writeDraft(key, { values, installation, savedAt: Date.now() });
    } else {
      removeDraft(key);
    }
  }, [key, values, installation, dirty, restored]);
  return useCallback(() => removeDraft(key), [key]);
}
