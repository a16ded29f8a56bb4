import type { StatusTone } from '@openchoreo-planes/backstage-plugin-planes-react';

/** The colours of bars, from the least to the most important. */
export const BAR_TONES: readonly StatusTone[] = [
  'aborted',
  'ok',
  'pending',
  'warning',
  'running',
  'error',
];
