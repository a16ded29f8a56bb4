import {
  HISTORY_WINDOWS,
  PlaneHistory,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  Fact,
  FactList,
  formatUptime,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { WINDOW_LABELS } from './historyWindows';

/** The figures of a history: uptime over each span, and how often the agents were lost in the one that is shown. */
export function Uptimes(props: { history: PlaneHistory }) {
  const { uptimes, losses, flaps, window } = props.history;
  return (
    <FactList columns={5}>
      {HISTORY_WINDOWS.map(span => {
        const uptime = uptimes[span];
        return (
          <Fact key={span} label={`Uptime, ${WINDOW_LABELS[span]}`}>
            {uptime === undefined ? 'Not known' : formatUptime(uptime)}
          </Fact>
        );
      })}
      <Fact label={`Losses, ${WINDOW_LABELS[window]}`}>{losses}</Fact>
      <Fact label={`Flaps, ${WINDOW_LABELS[window]}`}>{flaps}</Fact>
    </FactList>
  );
}
