import { StatusTone } from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  RemixiconComponentType,
  RiAlertLine,
  RiCheckLine,
  RiCircleLine,
  RiCloseLine,
  RiLoaderLine,
  RiQuestionLine,
  RiSkipForwardLine,
} from '@remixicon/react';
import { StageStatus } from './stages';

/** How the status of a stage is shown. */
export interface StageStatusInfo {
  label: string;
  tone: StatusTone;
  Icon: RemixiconComponentType;
}

/** Word, colour and icon of every status of a stage. */
export const STAGE_STATUS: Record<StageStatus, StageStatusInfo> = {
  done: { label: 'Done', tone: 'ok', Icon: RiCheckLine },
  waiting: { label: 'Waiting', tone: 'running', Icon: RiLoaderLine },
  running: { label: 'Running', tone: 'running', Icon: RiLoaderLine },
  'to-come': { label: 'To come', tone: 'aborted', Icon: RiCircleLine },
  warning: { label: 'Warning', tone: 'warning', Icon: RiAlertLine },
  failed: { label: 'Failed', tone: 'error', Icon: RiCloseLine },
  skipped: { label: 'Skipped', tone: 'aborted', Icon: RiSkipForwardLine },
  unknown: { label: 'Not known', tone: 'aborted', Icon: RiQuestionLine },
};
