import { RemixiconComponentType } from '@remixicon/react';

/**
 * The colours of `palette.status` in the theme.
 *
 * @public
 */
export type StatusTone =
  | 'ok'
  | 'warning'
  | 'error'
  | 'running'
  | 'pending'
  | 'aborted';

/**
 * How it is shown how something stands.
 *
 * @public
 */
export interface StatusInfo {
  label: string;
  tone: StatusTone;
  Icon: RemixiconComponentType;
}
