import Divider from '@mui/material/Divider';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { AgentCA } from '@openchoreo-planes/backstage-plugin-planes-common';
import { Code } from '@openchoreo-planes/backstage-plugin-planes-react';
import { PlaneCard } from '../PlaneCard';
import { CertificateFactList } from './CertificateFactList';

const PROBLEMS = {
  'base64-encoded': 'The agent CA is base64 of a certificate instead of PEM.',
  'private-key': 'The agent CA holds a private key instead of a certificate.',
  'not-pem': 'The agent CA is not a certificate.',
};

function AgentCAFacts(props: { agentCA: AgentCA }) {
  const { agentCA } = props;
  if (agentCA.source === 'none') {
    return <>No agent CA is configured, so no agent can connect.</>;
  }
  if (agentCA.source === 'secret') {
    const { namespace, name, key } = agentCA.secretKeyRef;
    return (
      <>
        From key <Code>{key}</Code> of the secret{' '}
        <Code>{namespace ? `${namespace}/${name}` : name}</Code>. The portal
        does not read secrets.
      </>
    );
  }
  return <>{'problem' in agentCA && PROBLEMS[agentCA.problem]}</>;
}

/** The certificate authority that signs the certificates of a plane's agents. */
export function AgentCACard() {
  return (
    <PlaneCard title="Agent CA" lines={5}>
      {({ plane: { access, agentCA } }) => {
        if (access === 'credentials') {
          return (
            <Typography variant="body2">
              This release of OpenChoreo has no agents.
            </Typography>
          );
        }
        if (agentCA.source === 'inline' && agentCA.certificates.length > 0) {
          return (
            <Stack spacing={1.5} divider={<Divider />}>
              {agentCA.certificates.map(certificate => (
                <CertificateFactList
                  key={certificate.fingerprint}
                  certificate={certificate}
                />
              ))}
            </Stack>
          );
        }
        return (
          <Typography variant="body2">
            <AgentCAFacts agentCA={agentCA} />
          </Typography>
        );
      }}
    </PlaneCard>
  );
}
