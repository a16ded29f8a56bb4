import { StatusTone } from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  RemixiconComponentType,
  RiAlertLine,
  RiCheckLine,
  RiCircleLine,
  RiCloseLine,
  RiLoaderLine,
  RiSkipForwardLine,
} from '@remixicon/react';
import { ShownStep } from './testProgress';

/** How the status of a step is shown. */
export interface StepStatusInfo {
  label: string;
  tone: StatusTone;
  Icon: RemixiconComponentType;
}

/** Word, colour and icon of every status of a step. */
export const STEP_STATUS: Record<ShownStep['status'], StepStatusInfo> = {
  passed: { label: 'Passed', tone: 'ok', Icon: RiCheckLine },
  warning: { label: 'Warning', tone: 'warning', Icon: RiAlertLine },
  failed: { label: 'Failed', tone: 'error', Icon: RiCloseLine },
  skipped: { label: 'Skipped', tone: 'aborted', Icon: RiSkipForwardLine },
  running: { label: 'Running', tone: 'running', Icon: RiLoaderLine },
  waiting: { label: 'Waiting', tone: 'aborted', Icon: RiCircleLine },
};
