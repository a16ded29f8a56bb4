import {
  planeKindInfo,
  PlaneView,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  Code,
  Fact,
  FactList,
  RelativeTime,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { PlaneCard } from '../PlaneCard';
import { GatewayListeners } from './GatewayListeners';
import { Registries } from './Registries';
import { UrlFacts } from './UrlFacts';

function Identity(props: { view: PlaneView }) {
  const { ref, creationTimestamp } = props.view.plane;
  return (
    <>
      <Fact label="Kind">{ref.kind}</Fact>
      {ref.namespace ? (
        <Fact label="Namespace">
          <Code>{ref.namespace}</Code>
        </Fact>
      ) : (
        <Fact label="Scope">
          {planeKindInfo(ref.kind).scope === 'Cluster'
            ? 'Cluster, for every namespace'
            : 'Namespace'}
        </Fact>
      )}
      <Fact label="Name">
        <Code>{ref.name}</Code>
      </Fact>
      <Fact label="Control plane">
        <Code>{ref.controlPlane}</Code>
      </Fact>
      {creationTimestamp && (
        <Fact label="Created">
          <RelativeTime time={creationTimestamp} />
        </Fact>
      )}
    </>
  );
}

/** What a plane is and what it refers to. */
export function PlaneFactsCard() {
  return (
    <PlaneCard title="Details" lines={6}>
      {view => (
        <FactList>
          <Identity view={view} />
          <Fact label="Reached">
            {view.plane.access === 'agent'
              ? 'Through its agents'
              : 'With credentials in the resource'}
          </Fact>
          <UrlFacts plane={view.plane} />
          <Registries registries={view.plane.registries} />
          <GatewayListeners listeners={view.plane.gatewayListeners} />
        </FactList>
      )}
    </PlaneCard>
  );
}
