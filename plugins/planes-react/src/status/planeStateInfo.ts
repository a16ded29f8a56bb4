import { PlaneStateName } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  RiAlertLine,
  RiCheckLine,
  RiCloseLine,
  RiDeleteBinLine,
  RiForbidLine,
  RiLoaderLine,
  RiQuestionLine,
  RiShieldCrossLine,
  RiTimeLine,
} from '@remixicon/react';
import { StatusInfo } from './StatusInfo';

/**
 * How a state of a plane is shown.
 *
 * @public
 */
export type PlaneStateInfo = StatusInfo;

const INFO: Record<PlaneStateName, PlaneStateInfo> = {
  disconnected: {
    label: 'Disconnected',
    tone: 'error',
    Icon: RiCloseLine,
  },
  'not-authorised': {
    label: 'Not authorised',
    tone: 'error',
    Icon: RiShieldCrossLine,
  },
  'deletion-blocked': {
    label: 'Deletion blocked',
    tone: 'error',
    Icon: RiForbidLine,
  },
  'not-accepted': {
    label: 'Not accepted',
    tone: 'warning',
    Icon: RiTimeLine,
  },
  stale: {
    label: 'Stale',
    tone: 'warning',
    Icon: RiAlertLine,
  },
  'never-connected': {
    label: 'Never connected',
    tone: 'pending',
    Icon: RiLoaderLine,
  },
  deleting: {
    label: 'Deleting',
    tone: 'running',
    Icon: RiDeleteBinLine,
  },
  'not-reported': {
    label: 'Not reported',
    tone: 'aborted',
    Icon: RiQuestionLine,
  },
  connected: {
    label: 'Connected',
    tone: 'ok',
    Icon: RiCheckLine,
  },
};

/**
 * How a state of a plane is shown: word, icon and tone.
 *
 * @public
 */
export function planeStateInfo(state: PlaneStateName): PlaneStateInfo {
  return INFO[state];
}
