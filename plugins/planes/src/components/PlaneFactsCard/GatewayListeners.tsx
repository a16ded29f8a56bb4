import { GatewayListener } from '@openchoreo-planes/backstage-plugin-planes-common';
import { Code, Fact } from '@openchoreo-planes/backstage-plugin-planes-react';

function address(listener: GatewayListener): string {
  const { protocol, host, port } = listener;
  return `${protocol}://${host ?? '*'}${port === undefined ? '' : `:${port}`}`;
}

/** Where a data plane's gateway listens. */
export function GatewayListeners(props: {
  listeners: readonly GatewayListener[];
}) {
  if (props.listeners.length === 0) {
    return null;
  }
  return (
    <Fact label="Gateway listeners" wide>
      {props.listeners.map(listener => {
        const { direction, exposure, protocol } = listener;
        return (
          <div key={`${direction}/${exposure}/${protocol}`}>
            <Code>{address(listener)}</Code>, {exposure} {direction}
          </div>
        );
      })}
    </Fact>
  );
}
