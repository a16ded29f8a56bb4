import { AgentCA } from '@openchoreo-planes/backstage-plugin-planes-common';
import { Fact } from '@openchoreo-planes/backstage-plugin-planes-react';
import { Validity } from '../AgentCACard';

function AgentCAInShort(props: { agentCA: AgentCA }) {
  const { agentCA } = props;
  if (agentCA.source === 'none') {
    return <>None</>;
  }
  if (agentCA.source === 'secret') {
    return <>In a secret</>;
  }
  const [certificate] = agentCA.certificates;
  return certificate ? (
    <>
      {certificate.isCA ? 'CA' : 'Leaf'},{' '}
      <Validity certificate={certificate} inline />
    </>
  ) : (
    <>Unusable</>
  );
}

/** What kind of certificate the agents' are checked against, and until when. The Agent CA card has the rest. */
export function AgentCAFact(props: { agentCA: AgentCA }) {
  return (
    <Fact label="Agent CA">
      <AgentCAInShort {...props} />
    </Fact>
  );
}
