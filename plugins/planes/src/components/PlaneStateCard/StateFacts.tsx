import {
  Code,
  CopyableCode,
  Fact,
  FactList,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { AgentCAFact } from './AgentCAFact';
import { AgentsFact } from './AgentsFact';
import { HeartbeatFact } from './HeartbeatFact';
import { KubernetesFact } from './KubernetesFact';
import { ObservabilityPlaneFact } from './ObservabilityPlaneFact';
import { SourceFact, SourceFactProps } from './SourceFact';

/** What the state is made of, and how old that is. */
export function StateFacts(props: SourceFactProps) {
  const { view } = props;
  const { plane } = view;
  return (
    <FactList columns={4}>
      <AgentsFact view={view} />
      <HeartbeatFact view={view} />
      <SourceFact {...props} />
      <KubernetesFact uid={plane.uid} />
      <Fact label="planeID">
        <CopyableCode text={plane.planeID} label="planeID" />
      </Fact>
      {plane.access === 'agent' && <AgentCAFact agentCA={plane.agentCA} />}
      {plane.secretStore && (
        <Fact label="Secret store">
          <Code>{plane.secretStore}</Code>
        </Fact>
      )}
      <ObservabilityPlaneFact resolution={view.observabilityPlane} />
    </FactList>
  );
}
