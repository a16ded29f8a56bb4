import { PlaneStateName } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  RemixiconComponentType,
  RiAlertLine,
  RiCheckLine,
  RiCloseLine,
  RiDeleteBinLine,
  RiForbidLine,
  RiLoaderLine,
  RiQuestionLine,
  RiTimeLine,
} from '@remixicon/react';

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
 * How a state of a plane is shown.
 *
 * @public
 */
export interface PlaneStateInfo {
  label: string;
  tone: StatusTone;
  Icon: RemixiconComponentType;
  /** Somebody should look at a plane in this state. */
  needsAttention: boolean;
}

const INFO: Record<PlaneStateName, PlaneStateInfo> = {
  disconnected: {
    label: 'Disconnected',
    tone: 'error',
    Icon: RiCloseLine,
    needsAttention: true,
  },
  'deletion-blocked': {
    label: 'Deletion blocked',
    tone: 'error',
    Icon: RiForbidLine,
    needsAttention: true,
  },
  'not-accepted': {
    label: 'Not accepted',
    tone: 'warning',
    Icon: RiTimeLine,
    needsAttention: true,
  },
  stale: {
    label: 'Stale',
    tone: 'warning',
    Icon: RiAlertLine,
    needsAttention: true,
  },
  'never-connected': {
    label: 'Never connected',
    tone: 'pending',
    Icon: RiLoaderLine,
    needsAttention: true,
  },
  deleting: {
    label: 'Deleting',
    tone: 'running',
    Icon: RiDeleteBinLine,
    needsAttention: false,
  },
  'not-reported': {
    label: 'Not reported',
    tone: 'aborted',
    Icon: RiQuestionLine,
    needsAttention: false,
  },
  connected: {
    label: 'Connected',
    tone: 'ok',
    Icon: RiCheckLine,
    needsAttention: false,
  },
};

/**
 * Every state of a plane, the worst first.
 *
 * @public
 */
export const PLANE_STATES = Object.keys(INFO) as readonly PlaneStateName[];

/**
 * How a state of a plane is shown: word, icon and tone.
 *
 * @public
 */
export function planeStateInfo(state: PlaneStateName): PlaneStateInfo {
  return INFO[state];
}
