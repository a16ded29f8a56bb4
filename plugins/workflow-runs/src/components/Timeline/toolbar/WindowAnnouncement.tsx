import { Announcement } from '@openchoreo-planes/backstage-plugin-planes-react';
import { useSyncExternalStore } from 'react';
import type { PlotStore } from '../state/PlotStore';
import type { TimeAxis } from '../words/timeAxis';

const SECOND_MS = 1000;

/** Says what of the time is in sight, once that rests, for those who cannot see it. */
export function WindowAnnouncement(props: { plot: PlotStore; axis: TimeAxis }) {
  const { plot, axis } = props;
  const { window, fitted } = useSyncExternalStore(
    plot.subscribeSettled,
    plot.getSettled,
  );
  const from = axis.label(window.start, SECOND_MS);
  const to = axis.label(window.end, SECOND_MS);
  return <Announcement>{fitted ? '' : `Shows ${from} to ${to}`}</Announcement>;
}
