import {
  isRegistrationField,
  RegistrationField,
  RegistrationValues,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { z } from 'zod';
import { isAcceptable } from './formValues';
import { InstallationValues } from './RegistrationForm';

const VERSION = 1;

const draftSchema = z.object({
  version: z.literal(VERSION),
  savedAt: z.number(),
  values: z.record(z.string(), z.string()),
  installation: z.object({
    method: z.enum(['helm', 'kubectl', 'installed']),
    agentURL: z.string(),
    chartVersion: z.string(),
  }),
});

/** What was typed before the page was left. */
export interface Draft {
  values: RegistrationValues;
  installation: InstallationValues;
  /** In milliseconds since the epoch. */
  savedAt: number;
}

/** Reads a draft; undefined where there is none, or none that can be read. */
export function readDraft(key: string): Draft | undefined {
  try {
    const text = window.sessionStorage.getItem(key);
    const parsed = text && draftSchema.safeParse(JSON.parse(text));
    if (!parsed || !parsed.success) {
      return undefined;
    }
    const values: { [F in RegistrationField]?: string } = {};
    for (const [field, value] of Object.entries(parsed.data.values)) {
      if (isRegistrationField(field) && isAcceptable(field, value)) {
        values[field] = value;
      }
    }
    return { ...parsed.data, values };
  } catch {
    return undefined;
  }
}

/** Keeps a draft for as long as the browser's tab is open. Where the browser does not allow that, the form goes on without. */
export function writeDraft(key: string, draft: Draft): void {
  try {
    window.sessionStorage.setItem(
      key,
      JSON.stringify({ version: VERSION, ...draft }),
    );
  } catch {
    // An older draft would come back in place of this one.
    removeDraft(key);
  }
}

/** Forgets a draft. */
export function removeDraft(key: string): void {
  try {
    window.sessionStorage.removeItem(key);
  } catch {
    // The browser does not keep anything, so there is nothing to forget.
  }
}
