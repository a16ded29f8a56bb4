import { PlaneView } from '@openchoreo-planes/backstage-plugin-planes-common';

/** How far something that is waited for has come. */
export type StageStatus =
  | 'done'
  | 'waiting'
  | 'running'
  | 'to-come'
  | 'warning'
  | 'failed'
  | 'skipped'
  | 'unknown';

/** Something that is waited for on the way to a plane that works. */
export interface Stage {
  title: string;
  status: StageStatus;
  /** What is known about it, in a sentence. */
  detail?: string;
}

function created(view: PlaneView | undefined): Stage {
  const title = 'Resource created';
  return view
    ? { title, status: 'done' }
    : {
        title,
        status: 'waiting',
        detail:
          'The control plane has taken the plane; the portal is about to see it.',
      };
}

function accepted(view: PlaneView | undefined): Stage {
  const title = "Accepted by OpenChoreo's controller";
  switch (view?.state.state) {
    case undefined:
      return { title, status: 'to-come' };
    case 'not-accepted':
      return { title, status: 'waiting', detail: view?.state.reason };
    case 'deleting':
    case 'deletion-blocked':
      return { title, status: 'failed', detail: view?.state.reason };
    default:
      return { title, status: 'done' };
  }
}

const AGENT_STATUS: Record<PlaneView['state']['state'], StageStatus> = {
  'not-accepted': 'to-come',
  'never-connected': 'waiting',
  connected: 'done',
  stale: 'warning',
  disconnected: 'failed',
  'not-authorised': 'failed',
  'not-reported': 'unknown',
  deleting: 'skipped',
  'deletion-blocked': 'skipped',
};

function agent(view: PlaneView | undefined): Stage {
  const title = 'Agent connected';
  const status = view ? AGENT_STATUS[view.state.state] : 'to-come';
  return status === 'to-come' || status === 'skipped'
    ? { title, status }
    : { title, status, detail: view?.state.reason };
}

/**
 * What is waited for on the way to a plane that works, in order.
 *
 * @param view - undefined before the portal sees the plane
 * @param test - the connection test, as far as it is known
 */
export function connectStages(
  view: PlaneView | undefined,
  test: Omit<Stage, 'title'> = { status: 'to-come' },
): Stage[] {
  return [
    created(view),
    accepted(view),
    agent(view),
    { title: 'Connection test', ...test },
  ];
}
