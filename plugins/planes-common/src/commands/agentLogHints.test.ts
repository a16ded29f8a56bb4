import { agentLogHints } from './agentLogHints';
import { AgentInstallation } from './installationCommand';

const installation: AgentInstallation = {
  gatewayPlaneType: 'workflowplane',
  planeID: 'ci',
  agentURL: 'wss://gateway.acme.example/ws',
};

/** Whether a line holds what a hint says, in which X and Y stand for anything. */
function saidIn(says: string, line: string): boolean {
  const pattern = says
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\b[XY]\b/g, '.+');
  return new RegExp(pattern).test(line);
}

it.each([
  [
    'failed to dial: websocket: bad handshake',
    /refused the agent/,
    'logs deployment/cluster-gateway',
  ],
  [
    "client certificate verification failed: no workflowplane CRs found with planeID 'default'",
    /not created yet, or the agent's planeID is not "ci"/,
    'get deployment cluster-agent-workflowplane',
  ],
  [
    "client certificate verification failed: certificate not valid for any CR with planeID 'ci'",
    /agent CA in the plane did not sign/,
    'get secret cluster-agent-tls',
  ],
  [
    'tls: failed to verify certificate: x509: certificate is valid for cluster-gateway.openchoreo-control-plane.svc, not gateway.acme.example',
    /host name Y, which is not in the gateway's certificate/,
    'get certificate cluster-gateway-tls',
  ],
  [
    "tls: failed to verify certificate: x509: cannot validate certificate for 10.1.2.3 because it doesn't contain any IP SANs",
    /holds only host names/,
    'get certificate cluster-gateway-tls',
  ],
  [
    'tls: failed to verify certificate: x509: certificate signed by unknown authority',
    /ConfigMap cluster-gateway-ca of namespace openchoreo-workflow-plane/,
    'get configmap cluster-gateway-ca',
  ],
  [
    'dial tcp: lookup gateway.acme.example on 10.96.0.10:53: no such host',
    /cannot resolve/,
    'get deployment cluster-agent-workflowplane',
  ],
  [
    'dial tcp 10.1.2.3:443: connect: connection refused',
    /Nothing listens/,
    'get deployment cluster-agent-workflowplane',
  ],
  [
    'dial tcp 10.1.2.3:443: i/o timeout',
    /Nothing answers/,
    'get deployment cluster-agent-workflowplane',
  ],
])('explains "%s"', (line, means, command) => {
  const said = agentLogHints(installation).filter(hint =>
    saidIn(hint.says, line),
  );
  expect(said).toHaveLength(1);
  expect(said[0].means).toMatch(means);
  expect(said[0].command?.command).toContain(command);
});

it('says all in sentences, with names filled in', () => {
  const hints = [
    ...agentLogHints(installation),
    ...agentLogHints({ gatewayPlaneType: 'dataplane', planeID: 'edge' }),
  ];
  for (const { means, remedy } of hints) {
    for (const sentence of [means, remedy]) {
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(sentence).not.toMatch(/undefined/);
    }
  }
  expect(hints.filter(({ remedy }) => remedy.includes('wss://')).length).toBe(
    6,
  );
});
