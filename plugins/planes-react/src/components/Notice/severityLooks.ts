import { FindingSeverity } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  RemixiconComponentType,
  RiAlertLine,
  RiErrorWarningLine,
  RiInformationLine,
} from '@remixicon/react';
import { StatusTone } from '../../status/StatusInfo';

/**
 * How what is wrong or worth knowing looks, by how much it matters: colour, icon and word.
 *
 * @public
 */
export const SEVERITY_LOOKS: Record<
  FindingSeverity,
  { tone: StatusTone; Icon: RemixiconComponentType; word: string }
> = {
  error: { tone: 'error', Icon: RiErrorWarningLine, word: 'Error' },
  warning: { tone: 'warning', Icon: RiAlertLine, word: 'Warning' },
  info: { tone: 'pending', Icon: RiInformationLine, word: 'Note' },
};
