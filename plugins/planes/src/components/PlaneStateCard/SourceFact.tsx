import {
  GatewayStatus,
  PlaneView,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  Fact,
  RelativeTime,
} from '@openchoreo-planes/backstage-plugin-planes-react';

const WITHOUT_GATEWAY: Record<GatewayStatus['state'], string> = {
  'not-configured': 'no gateway is configured',
  pending: 'the gateway has not answered yet',
  unreachable: 'the gateway is unreachable',
  refused: 'the gateway and the portal refuse each other',
  // The state is of a kind that only the resource knows.
  live: '',
};

export interface SourceFactProps {
  view: PlaneView;
  /** When the view came, in milliseconds of this browser's clock. */
  updatedAt: number;
}

/** Who told the state, how old that is, and why the quicker source was not asked. */
export function SourceFact(props: SourceFactProps) {
  const { view, updatedAt } = props;
  const { source, gateway, state } = view;
  if (state.source === 'gateway') {
    // A gateway that is live was asked seconds ago, whatever the clocks of portal and browser say.
    const askedAt =
      gateway.state === 'live' ? updatedAt : gateway.asOf ?? updatedAt;
    return (
      <Fact label="Source">
        Cluster gateway, <RelativeTime time={askedAt} />
      </Fact>
    );
  }
  // A source that is not live tells nothing new, however often the portal is asked.
  const readAt = source.state === 'live' ? updatedAt : source.since;
  const why = WITHOUT_GATEWAY[gateway.state];
  return (
    <Fact label="Source">
      Plane resource, read <RelativeTime time={readAt} />
      {why && `; ${why}`}
      {gateway.state === 'unreachable' && gateway.since && (
        <>
          {' since '}
          <RelativeTime time={gateway.since} />
        </>
      )}
    </Fact>
  );
}
